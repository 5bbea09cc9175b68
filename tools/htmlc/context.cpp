#include "context.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace htmlc {
namespace {

constexpr std::array url_attributes {"href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href", "manifest", "ping", "background"};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

std::size_t find_folded(std::string_view text, std::string_view wanted, std::size_t from)
{
    auto found = std::search(text.begin() + std::ptrdiff_t(from), text.end(), wanted.begin(), wanted.end(), [](char a, char b) { return lower(a) == b; });
    return found == text.end() ? std::string_view::npos : std::size_t(found - text.begin());
}

} // namespace

void Context::feed(Place place, std::string_view text, Sink const& sink)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto at = place.at(text.substr(i));
        if (m_state == State::Text && text.substr(i).starts_with("<!--")) {
            auto end = text.find("-->", i);
            if (end == std::string_view::npos)
                fail(at, "a comment holds plain text only; for template notes use {# #}");
            i = end + 2;
            continue;
        }
        if (m_state == State::Text && text.substr(i).starts_with("<!")) {
            auto end = std::min(text.find('>', i), text.size());
            sink.literal(text.substr(i, end - i));
            i = end - 1;
            m_state = State::Tag;
            m_element = "!";
            continue;
        }
        step(at, text[i], sink);
        if (m_state == State::Text && m_element == "script" && text[i] == '>') {
            auto end = find_folded(text, "</script", i + 1);
            if (end == std::string_view::npos)
                fail(place.at(text.substr(text.size())), "expressions and tags are refused in <script>; pass values in data- attributes");
            sink.literal(text.substr(i + 1, end - i - 1));
            i = end - 1;
            m_element.clear();
        }
    }
}

void Context::step(Place at, char c, Sink const& sink)
{
    switch (m_state) {
    case State::Text:
        if (c == '<') {
            m_state = State::TagName;
            m_element.clear();
        }
        return print(c, sink);
    case State::TagName:
        if (is_space(c) || c == '>' || (c == '/' && !m_element.empty())) {
            if (m_element.empty())
                fail(at, "write &lt; for a plain '<'");
            if (m_element == "style")
                fail(at, "<style> is refused: put it into the style sheet");
            m_state = State::Tag;
            m_gap = false;
            return in_tag(at, c, sink);
        }
        m_element += lower(c);
        return print(c, sink);
    case State::Value:
    case State::Bare:
        return in_value(at, c, sink);
    case State::Tag:
    case State::AttributeName:
    case State::AfterName:
    case State::BeforeValue:
        return in_tag(at, c, sink);
    }
}

void Context::in_tag(Place at, char c, Sink const& sink)
{
    if (m_state == State::BeforeValue) {
        if (is_space(c))
            return print(c, sink);
        if (m_translated && c != '"')
            fail(at, "a translated attribute is written in double quotes");
        m_state = c == '"' || c == '\'' ? State::Value : State::Bare;
        m_quote = c;
        m_value.clear();
        m_url_start = true;
        return m_state == State::Value ? print(c, sink) : in_value(at, c, sink);
    }
    if (m_state == State::AttributeName && !is_space(c) && c != '=' && c != '>' && c != '/') {
        m_attribute += lower(c);
        m_written += c;
        return;
    }
    if (m_state == State::AttributeName)
        end_name(at, sink);
    if (m_state == State::AfterName && c == '=') {
        m_state = State::BeforeValue;
        return print(c, sink);
    }
    if (c == '>')
        return end_tag(sink);
    if (is_space(c) || c == '/') {
        m_gap = false;
        return print(c, sink);
    }
    if (m_gap)
        fail(at, "a space is missing before this attribute");
    if (c == '=' || c == '"' || c == '\'' || c == '<')
        fail(at, std::string("an attribute's name is expected, not ") + c);
    m_state = State::AttributeName;
    m_attribute = std::string(1, lower(c));
    m_written = std::string(1, c);
}

void Context::in_value(Place at, char c, Sink const& sink)
{
    auto ends = m_state == State::Value ? c == m_quote : is_space(c) || c == '>';
    if (!ends) {
        m_value += lower(c);
        if (!is_space(c))
            m_url_start = false;
        auto compact = squeezed(m_value);
        std::erase(compact, ' ');
        if (is_url() && (compact.starts_with("javascript:") || compact.starts_with("vbscript:")))
            fail(at, "javascript: is refused");
        if (!m_translated)
            sink.literal(std::string_view(&at.source->text[at.offset], 1));
        return;
    }
    auto was_bare = m_state == State::Bare;
    m_state = State::Tag;
    m_gap = !was_bare;
    if (m_translated) {
        auto const* end = &at.source->text[at.offset];
        auto text = std::string_view(end - m_value.size(), m_value.size());
        sink.translated(at.at(text), text);
    }
    m_translated = false;
    if (was_bare)
        return in_tag(at, c, sink);
    print(c, sink);
}

void Context::end_name(Place at, Sink const& sink)
{
    m_translated = m_attribute.starts_with('_');
    if (m_translated)
        m_attribute.erase(0, 1);
    if (m_attribute == "style")
        fail(at, "style= is refused: use a class");
    if (m_attribute.starts_with("on"))
        fail(at, m_attribute + "= is refused: attach the handler in a script file");
    if (m_attribute == "srcdoc")
        fail(at, "srcdoc= is refused");
    sink.literal(std::string_view(m_written).substr(m_translated ? 1 : 0));
    m_line_start = false;
    m_state = State::AfterName;
}

void Context::end_tag(Sink const& sink)
{
    m_state = State::Text;
    if (m_element == "pre" || m_element == "textarea")
        m_keep_space = true;
    else if (m_element == "/pre" || m_element == "/textarea")
        m_keep_space = false;
    print('>', sink);
}

void Context::print(char c, Sink const& sink)
{
    auto skip = is_space(c) && m_line_start && !m_keep_space;
    m_line_start = c == '\n' || (skip && m_line_start);
    if (!skip)
        sink.literal(std::string_view(&c, 1));
}

bool Context::is_url() const
{
    return std::find(url_attributes.begin(), url_attributes.end(), m_attribute) != url_attributes.end();
}

void Context::block(Place place, Sink const& sink)
{
    if (m_state == State::AttributeName)
        end_name(place, sink);
    if (m_state == State::BeforeValue || m_state == State::Bare)
        fail(place, "put the attribute's value into quotes");
    if (m_state == State::Value && m_translated)
        fail(place, "a translated attribute holds plain text and {placeholders}");
    if (m_state == State::TagName && (m_element.empty() || m_element == "/"))
        fail(place, "tags are refused in an element's name");
    if (m_state == State::AfterName || m_state == State::TagName || (m_state == State::Tag && m_gap)) {
        m_state = State::Tag;
        m_gap = true;
    }
}

Context::Where Context::value(Place place, Sink const& sink)
{
    if (m_state == State::TagName)
        fail(place, "expressions are refused in an element's name");
    if (m_state == State::Tag || m_state == State::AttributeName || m_state == State::AfterName)
        fail(place, "expressions are refused in an attribute's name");
    block(place, sink);
    if (m_attribute == "srcset" && m_state == State::Value)
        fail(place, "expressions are refused in srcset=");
    m_line_start = false;
    if (m_state == State::Text)
        return Where::Text;
    if (!is_url())
        return Where::Attribute;
    return std::exchange(m_url_start, false) ? Where::UrlStart : Where::UrlRest;
}

void Context::merge(Place place, Context const& other)
{
    auto same = m_state == other.m_state && m_keep_space == other.m_keep_space;
    if (m_state == State::Value)
        same = same && m_attribute == other.m_attribute && m_quote == other.m_quote && m_element == other.m_element;
    else if (m_state == State::Tag)
        same = same && m_element == other.m_element;
    if (!same)
        fail(place, "the branches of this block end in different places of the HTML");
    m_url_start = m_url_start || other.m_url_start;
    m_gap = m_gap || other.m_gap;
    m_line_start = m_line_start && other.m_line_start;
}

void Context::finish(Place place) const
{
    if (m_state != State::Text)
        fail(place, "the page ends inside a tag");
}

} // namespace htmlc
