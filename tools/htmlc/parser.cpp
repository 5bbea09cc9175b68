#include "parser.hpp"

#include <algorithm>

namespace htmlc {
namespace {

enum class Token { Text, Print, Tag, Comment, End };

std::string_view trim(std::string_view text)
{
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view take_word(std::string_view& text)
{
    text = trim(text);
    auto end = std::find_if(text.begin(), text.end(), is_space);
    auto word = text.substr(0, std::size_t(end - text.begin()));
    text = trim(text.substr(word.size()));
    return word;
}

class Parser {
public:
    explicit Parser(Source const& source) : m_source(source), m_text(source.text) { next(); }

    Template parse_all()
    {
        while (m_token == Token::Comment)
            next();
        m_result.nodes = nodes({});
        return std::move(m_result);
    }

private:
    Place here(std::string_view part) const { return Place {&m_source, 0}.at(part); }

    /// Reads the next token into m_token and m_body; a control tag alone on its line takes the line with it.
    void next()
    {
        if (m_at == m_text.size()) {
            m_token = Token::End;
            m_body = m_text.substr(m_at);
            return;
        }
        auto open = m_text.find('{', m_at);
        while (open != std::string_view::npos && !is_open(open))
            open = m_text.find('{', open + 1);
        if (open == m_at)
            return read_marked();
        auto end = open == std::string_view::npos ? m_text.size() : open;
        m_token = Token::Text;
        m_body = m_text.substr(m_at, end - m_at);
        m_at = end;
        if (open != std::string_view::npos && stands_alone(open))
            while (!m_body.empty() && (m_body.back() == ' ' || m_body.back() == '\t'))
                m_body.remove_suffix(1);
        if (m_body.empty())
            next();
    }

    bool is_open(std::size_t at) const
    {
        auto second = at + 1 < m_text.size() ? m_text[at + 1] : ' ';
        return second == '{' || second == '%' || second == '#';
    }

    std::size_t end_of(std::size_t open) const
    {
        auto close = m_text.find(m_text[open + 1] == '{' ? "}}" : m_text[open + 1] == '%' ? "%}" : "#}", open + 2);
        if (close == std::string_view::npos)
            fail({&m_source, open}, "this is never closed");
        return close + 2;
    }

    bool stands_alone(std::size_t open) const
    {
        if (m_text[open + 1] == '{')
            return false;
        auto end = end_of(open);
        if (m_text[open + 1] == '%') {
            auto inside = m_text.substr(open + 2, end - open - 4);
            auto word = take_word(inside);
            if (word == "include" || word == "t" || word == "endt" || word == "/t")
                return false;
        }
        auto before = m_text.substr(0, open);
        while (!before.empty() && (before.back() == ' ' || before.back() == '\t'))
            before.remove_suffix(1);
        while (end < m_text.size() && (m_text[end] == ' ' || m_text[end] == '\t' || m_text[end] == '\r'))
            ++end;
        return (before.empty() || before.back() == '\n') && (end == m_text.size() || m_text[end] == '\n');
    }

    void read_marked()
    {
        auto open = m_at;
        auto end = end_of(open);
        auto alone = stands_alone(open);
        m_body = trim(m_text.substr(open + 2, end - open - 4));
        m_token = m_text[open + 1] == '{' ? Token::Print : m_text[open + 1] == '%' ? Token::Tag : Token::Comment;
        m_at = end;
        if (alone) {
            auto newline = m_text.find('\n', end);
            m_at = newline == std::string_view::npos ? m_text.size() : newline + 1;
        }
        if (m_token == Token::Comment && open == 0)
            directive();
    }

    void directive()
    {
        auto rest = m_body;
        auto word = take_word(rest);
        if (word == "page")
            m_result.page = rest;
        else if (word == "args")
            m_result.args = rest;
    }

    /// Nodes up to a tag whose first word is one of `ends`; that tag's rest is left in m_rest.
    Nodes nodes(std::initializer_list<std::string_view> ends)
    {
        Nodes found;
        auto opened = here(m_body);
        for (;; next()) {
            if (m_token == Token::End) {
                if (ends.size() != 0)
                    fail(m_open_tag.source ? m_open_tag : opened, "this block is never closed: {% " + std::string(*(ends.end() - 1)) + " %} is missing");
                return found;
            }
            if (m_token == Token::Text)
                found.push_back({Kind::Text, here(m_body), m_body});
            else if (m_token == Token::Print)
                found.push_back({Kind::Print, here(m_body), m_body});
            else if (m_token == Token::Tag) {
                m_rest = m_body;
                m_word = take_word(m_rest);
                if (std::find(ends.begin(), ends.end(), m_word) != ends.end())
                    return found;
                tag(found);
            }
        }
    }

    void tag(Nodes& found)
    {
        auto start = here(m_body);
        auto outer = m_open_tag;
        m_open_tag = start;
        Node node {Kind::Include, m_rest.empty() ? start : here(m_rest), m_rest};
        if (m_word == "if")
            read_if(node);
        else if (m_word == "for")
            read_for(node);
        else if (m_word == "block")
            read_block(node);
        else if (m_word == "t")
            read_translation(node);
        else if (m_word == "layout")
            return read_layout(found, start);
        else if (m_word != "include")
            fail(start, "unknown tag '" + std::string(m_word) + "'");
        m_open_tag = outer;
        found.push_back(std::move(node));
    }

    void read_if(Node& node)
    {
        node.kind = Kind::If;
        auto head = node.head;
        for (auto is_else = false;;) {
            if (head.empty() && !is_else)
                fail(node.place, "a condition is missing");
            next();
            node.branches.push_back({head, is_else ? nodes({"endif"}) : nodes({"elif", "else", "endif"})});
            if (m_word == "endif")
                return;
            is_else = m_word == "else";
            head = is_else ? std::string_view {} : m_rest;
        }
    }

    void read_for(Node& node)
    {
        node.kind = Kind::For;
        next();
        node.branches.push_back({node.head, nodes({"else", "endfor"})});
        if (m_word == "else") {
            next();
            node.branches.push_back({{}, nodes({"endfor"})});
        }
    }

    void read_block(Node& node)
    {
        node.kind = Kind::Block;
        next();
        node.branches.push_back({node.head, nodes({"endblock"})});
    }

    void read_translation(Node& node)
    {
        node.kind = Kind::Translate;
        next();
        node.branches.push_back({{}, nodes({"many", "endt", "/t"})});
        if (m_word == "many") {
            next();
            node.branches.push_back({{}, nodes({"endt", "/t"})});
        }
    }

    void read_layout(Nodes& found, Place start)
    {
        auto blank = [](Node const& node) { return node.kind == Kind::Text && trim(node.head).empty(); };
        if (!m_result.layout.empty() || !std::all_of(found.begin(), found.end(), blank))
            fail(start, "layout comes first, once");
        m_result.layout = m_rest;
        m_open_tag = {};
    }

    Source const& m_source;
    std::string_view m_text;
    std::size_t m_at {0};
    Token m_token {Token::End};
    std::string_view m_body;
    std::string_view m_word; // of the tag that ended nodes()
    std::string_view m_rest;
    Place m_open_tag; // innermost tag that waits for its end
    Template m_result;
};

} // namespace

Template parse(Source const& source)
{
    return Parser(source).parse_all();
}

} // namespace htmlc
