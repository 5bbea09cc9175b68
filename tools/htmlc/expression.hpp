#pragma once

#include "source.hpp"

#include <utility>
#include <vector>

namespace htmlc {

/// Names bound by loops and includes, innermost last, with the C++ name of each.
using Scope = std::vector<std::pair<std::string, std::string>>;

/// Reads one template expression or argument list and says it in C++.
class Expression {
public:
    Expression(Place place, std::string_view text, Scope const& scope) : m_place(place), m_text(text), m_scope(scope) { }

    std::string value(); // the whole text: a path, call or literal
    std::string condition(); // the whole text: and, or, not, comparisons
    std::string postfix(); // one value; the rest stays
    std::string name(); // one name
    bool take(std::string_view sign); // a sign or word, if it comes next
    void expect(std::string_view sign);
    void expect_end();
    bool at_end();
    std::string literal(); // the text between quotes
    bool at_literal();
    Place here();

private:
    std::string either();
    std::string both();
    std::string negation();
    std::string comparison();
    std::string arguments();
    std::string head();
    void skip_space();

    Place m_place;
    std::string_view m_text;
    Scope const& m_scope;
};

} // namespace htmlc
