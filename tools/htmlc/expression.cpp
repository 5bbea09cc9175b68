#include "expression.hpp"

#include <algorithm>

namespace htmlc {

std::string Expression::value()
{
    auto result = postfix();
    expect_end();
    return result;
}

std::string Expression::condition()
{
    auto result = either();
    expect_end();
    return result;
}

std::string Expression::either()
{
    auto result = both();
    while (take("or"))
        result = "(" + result + " || " + both() + ")";
    return result;
}

std::string Expression::both()
{
    auto result = negation();
    while (take("and"))
        result = "(" + result + " && " + negation() + ")";
    return result;
}

std::string Expression::negation()
{
    if (take("not"))
        return "!" + negation();
    if (!take("("))
        return comparison();
    auto inside = either();
    expect(")");
    return "(" + inside + ")";
}

std::string Expression::comparison()
{
    auto left = postfix();
    for (auto const* sign : {"==", "!=", "<=", ">=", "<", ">"})
        if (take(sign))
            return "(" + left + " " + sign + " " + postfix() + ")";
    return "html::truthy(" + left + ")";
}

std::string Expression::postfix()
{
    auto result = head();
    while (take(".")) {
        result += "." + name();
        if (take("("))
            result += "(" + arguments() + ")";
    }
    return result;
}

std::string Expression::head()
{
    if (at_literal())
        return "std::string_view {" + cpp_literal(literal()) + "}";
    auto digits = m_text.substr(0, std::size_t(std::find_if_not(m_text.begin(), m_text.end(), [](char c) { return c >= '0' && c <= '9'; }) - m_text.begin()));
    if (!digits.empty()) {
        m_text.remove_prefix(digits.size());
        return std::string(digits);
    }
    auto first = name();
    if (take("("))
        return first + "(" + arguments() + ")";
    if (first == "page" || first == "true" || first == "false")
        return first;
    auto bound = std::find_if(m_scope.rbegin(), m_scope.rend(), [&](auto const& local) { return local.first == first; });
    return bound == m_scope.rend() ? "page." + first : bound->second;
}

std::string Expression::arguments()
{
    std::string result;
    while (!take(")")) {
        if (!result.empty()) {
            expect(",");
            result += ", ";
        }
        result += postfix();
    }
    return result;
}

std::string Expression::name()
{
    skip_space();
    auto length = std::size_t(std::find_if_not(m_text.begin(), m_text.end(), is_name) - m_text.begin());
    if (length == 0 || (m_text.front() >= '0' && m_text.front() <= '9'))
        fail(here(), "a name is missing here");
    auto word = std::string(m_text.substr(0, length));
    m_text.remove_prefix(length);
    return word;
}

std::string Expression::literal()
{
    skip_space();
    auto end = m_text.find('"', 1);
    if (end == std::string_view::npos)
        fail(here(), "this string is never closed");
    auto inside = std::string(m_text.substr(1, end - 1));
    m_text.remove_prefix(end + 1);
    return inside;
}

bool Expression::at_literal()
{
    skip_space();
    return m_text.starts_with('"');
}

bool Expression::take(std::string_view sign)
{
    skip_space();
    auto is_word = is_name(sign.front());
    if (!m_text.starts_with(sign) || (is_word && m_text.size() > sign.size() && is_name(m_text[sign.size()])))
        return false;
    m_text.remove_prefix(sign.size());
    return true;
}

void Expression::expect(std::string_view sign)
{
    if (!take(sign))
        fail(here(), "expected '" + std::string(sign) + "'");
}

bool Expression::at_end()
{
    skip_space();
    return m_text.empty();
}

void Expression::expect_end()
{
    if (!at_end())
        fail(here(), "not understood: '" + std::string(m_text) + "'");
}

Place Expression::here()
{
    return m_place.at(m_text);
}

void Expression::skip_space()
{
    while (!m_text.empty() && is_space(m_text.front()))
        m_text.remove_prefix(1);
}

} // namespace htmlc
