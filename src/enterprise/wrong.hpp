#pragma once

#include "base/error.hpp"
#include "base/result.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace rtkeren::enterprise {

/// Gathers what is wrong with the fields of a form or a row, so that all of it is said at once.
class Wrong {
public:
    void add(std::string name, std::string code, std::string value = {}) { m_fields.push_back({std::move(name), std::move(code), std::move(value)}); }

    /// The value, or nothing where the refusal of its fields joined the others. Any other refusal or failure ends what is being done.
    template<class T> Result<std::optional<T>> take(Result<T> result)
    {
        if (result.ok())
            return std::optional<T>(std::move(result).value());
        if (result.error().kind != ErrorKind::Invalid || result.error().fields.empty())
            return result.error();
        std::ranges::move(result.error().fields, std::back_inserter(m_fields));
        return std::optional<T> {};
    }
    /// Done where nothing was wrong.
    Result<void> said() const
    {
        if (m_fields.empty())
            return Done {};
        return Error::invalid(m_fields.size() == 1 ? m_fields.front().code : "input.invalid", m_fields);
    }
    [[nodiscard]] bool empty() const { return m_fields.empty(); }

private:
    std::vector<FieldError> m_fields;
};

} // namespace rtkeren::enterprise
