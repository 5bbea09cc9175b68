#pragma once

#include "operations/fields.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace rtkeren::operations::detail {

/// Collects every refused field while a struct is read, with the path to it: "lines.2.amount".
class Reader {
public:
    /// Is inside the named field as long as it lives.
    class Step {
    public:
        Step(Reader& reader, std::string name);
        ~Step();
        Step(Step const&) = delete;
        Step& operator=(Step const&) = delete;

    private:
        Reader& m_reader;
        std::size_t m_length;
    };

    /// The value is shortened to 200 bytes and left out when the field is secret.
    void refuse(FieldInfo const&, boost::json::value const*, Error const&);
    /// Keys that no field has; the name is echoed, not the value, which may be a misspelt secret.
    void refuse_unknown(std::vector<FieldInfo> const&, boost::json::object const&);
    /// The array of a list field within its bounds; a single value stands for a list of one; nullptr when refused.
    boost::json::array const* list_of(FieldInfo const&, boost::json::value const&);

    [[nodiscard]] bool ok() const { return m_errors.empty(); }
    [[nodiscard]] Error error() const; // input.invalid

private:
    void add(std::string name, std::string code, std::string value, Arguments arguments);

    std::string m_path;
    std::vector<FieldError> m_errors;
    boost::json::array m_single;
};

} // namespace rtkeren::operations::detail
