#pragma once

#include "source.hpp"

#include <functional>

namespace htmlc {

/// Where in the HTML the template stands; decides how a value is escaped and what is refused.
class Context {
public:
    enum class Where { Text, Attribute, UrlStart, UrlRest };
    /// Called with markup to print, and with a translated attribute's text.
    struct Sink {
        std::function<void(std::string_view)> literal;
        std::function<void(Place, std::string_view)> translated;
    };

    /// Reads literal text, hands on what is printed. Scripts and comments must lie inside one literal.
    void feed(Place, std::string_view text, Sink const&);
    /// A {% tag %} stands here: names end, and the next attribute needs a space.
    void block(Place, Sink const&);
    /// A value stands here; says how to escape it or refuses.
    Where value(Place, Sink const&);
    /// After branches: `other` must be in the same place of the HTML.
    void merge(Place, Context const& other);
    void finish(Place) const;

private:
    enum class State { Text, TagName, Tag, AttributeName, AfterName, BeforeValue, Value, Bare };

    void step(Place, char, Sink const&);
    void in_tag(Place, char, Sink const&);
    void in_value(Place, char, Sink const&);
    void end_name(Place, Sink const&);
    void end_tag(Sink const&);
    void print(char, Sink const&);
    [[nodiscard]] bool is_url() const;

    State m_state {State::Text};
    std::string m_element; // lower case, "/p" when it closes
    std::string m_attribute; // lower case, without the underscore
    std::string m_written; // the same as it was written
    char m_quote {0};
    bool m_translated {false}; // the attribute was written with an underscore
    bool m_url_start {false}; // nothing but empty branches so far in a URL's value
    bool m_gap {false}; // white space must come before the next attribute
    bool m_keep_space {false}; // inside pre and textarea
    bool m_line_start {true}; // indentation is dropped here
    std::string m_value; // literal part of an attribute's value
};

} // namespace htmlc
