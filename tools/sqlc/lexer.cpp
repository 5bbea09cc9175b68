#include "lexer.hpp"

#include <cctype>

namespace sqlc {

std::string upper(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

namespace {

bool starts_word(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

class Lexer {
public:
    Lexer(std::string const& file, std::string_view source)
        : m_file(file)
        , m_source(source)
    {
    }

    Lexed run()
    {
        while (m_at < m_source.size())
            step();
        if (m_depth != 0)
            throw Refusal(m_file, m_line, "a parenthesis is not closed");
        while (!m_out.text.empty() && std::isspace(static_cast<unsigned char>(m_out.text.back())))
            m_out.text.pop_back();
        return std::move(m_out);
    }

private:
    void step()
    {
        char c = m_source[m_at];
        if (c == '\n')
            return end_line();
        if (c == ' ' || c == '\t' || c == '\r')
            return space();
        if (m_source.substr(m_at, 2) == "--")
            return comment();
        if (m_source.substr(m_at, 2) == "/*")
            throw Refusal(m_file, m_line, "comments start with -- here");
        if (c == '\'' || c == '"')
            return quoted(c);
        if (c == '$')
            return parameter();
        if (starts_word(c))
            return span(Token::Kind::Word, in_word);
        if (std::isdigit(static_cast<unsigned char>(c)))
            return span(Token::Kind::Number, [](char d) { return in_word(d) || d == '.'; });
        sign(c);
    }

    void end_line()
    {
        while (!m_out.text.empty() && m_out.text.back() == ' ')
            m_out.text.pop_back();
        if (!m_out.text.empty() && m_out.text.back() != '\n')
            m_out.text += '\n';
        ++m_line;
        ++m_at;
    }

    void space()
    {
        if (!m_out.text.empty() && m_out.text.back() != '\n' && m_out.text.back() != ' ')
            m_out.text += ' ';
        ++m_at;
    }

    void comment()
    {
        auto end = std::min(m_source.find('\n', m_at), m_source.size());
        auto line = m_source.substr(m_at, end - m_at);
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())))
            line.remove_suffix(1);
        if (line.starts_with("-- @")) {
            auto text = std::string(line.substr(4));
            m_out.tokens.push_back({Token::Kind::Annotation, text, text, m_line, m_out.text.size(), m_out.text.size(), m_depth});
        }
        m_at = end;
    }

    void quoted(char quote)
    {
        auto end = m_at + 1;
        int line = m_line;
        for (;; ++end) {
            if (end >= m_source.size())
                throw Refusal(m_file, line, "a quote is not closed");
            if (m_source[end] == '\n')
                ++m_line;
            if (m_source[end] != quote)
                continue;
            if (end + 1 < m_source.size() && m_source[end + 1] == quote)
                ++end; // a doubled quote stands for itself
            else
                break;
        }
        push(quote == '"' ? Token::Kind::Quoted : Token::Kind::String, end + 1, line);
    }

    void parameter()
    {
        auto end = m_at + 1;
        while (end < m_source.size() && std::isdigit(static_cast<unsigned char>(m_source[end])))
            ++end;
        if (end == m_at + 1 || m_source[m_at + 1] == '0' || end - m_at > 4)
            throw Refusal(m_file, m_line, "a parameter is $1 to $999");
        push(Token::Kind::Parameter, end, m_line);
        m_out.tokens.back().text.erase(0, 1);
    }

    template<class Belongs>
    void span(Token::Kind kind, Belongs belongs)
    {
        auto end = m_at;
        while (end < m_source.size() && belongs(m_source[end]))
            ++end;
        push(kind, end, m_line);
    }

    void sign(char c)
    {
        if (c == '?' || (c == ':' && !m_source.substr(m_at).starts_with("::")))
            throw Refusal(m_file, m_line, "parameters are written $1, $2, …");
        if (c == ':')
            throw Refusal(m_file, m_line, ":: is PostgreSQL alone: write CAST(x AS type)");
        if (c == ')')
            --m_depth;
        if (m_depth < 0)
            throw Refusal(m_file, m_line, "a parenthesis was never opened");
        push(Token::Kind::Sign, m_at + 1, m_line);
        if (c == '(')
            ++m_depth;
    }

    void push(Token::Kind kind, std::size_t end, int line)
    {
        auto spelled = std::string(m_source.substr(m_at, end - m_at));
        auto begin = m_out.text.size();
        m_out.text += spelled;
        m_out.tokens.push_back({kind, kind == Token::Kind::Word ? upper(spelled) : spelled, spelled, line, begin, m_out.text.size(), m_depth});
        m_at = end;
    }

    std::string const& m_file;
    std::string_view m_source;
    std::size_t m_at {0};
    int m_line {1};
    int m_depth {0};
    Lexed m_out;
};

} // namespace

Lexed lex(std::string const& file, std::string_view source)
{
    return Lexer(file, source).run();
}

} // namespace sqlc
