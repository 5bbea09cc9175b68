#include "query.hpp"

#include "lexer.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace sqlc {
namespace {

using Kind = Token::Kind;

bool is_sign(Token const& token, char sign) { return token.kind == Kind::Sign && token.text[0] == sign; }
bool is_word(Token const& token, std::string_view word) { return token.kind == Kind::Word && token.text == word; }

class Parser {
public:
    Parser(std::string const& file, std::string_view source)
        : m_file(file)
        , m_source(source)
    {
    }

    Query run()
    {
        m_query.name = std::filesystem::path(m_file).stem().string();
        read_purpose();
        m_lexed = lex(m_file, m_source);
        take_annotations();
        drop_last_semicolon();
        if (m_tokens.empty())
            refuse(1, "there is no statement");
        refuse_unportable();
        m_query.kind = kind();
        m_query.text = m_lexed.text;
        m_query.parameters = count_parameters();
        if (m_rows_line > 0)
            multiply_tuple();
        if (m_query.kind == Query::Kind::List)
            read_columns();
        return std::move(m_query);
    }

private:
    [[noreturn]] void refuse(int line, std::string const& what) const { throw Refusal(m_file, line, what); }

    void read_purpose()
    {
        auto line = m_source.substr(0, m_source.find('\n'));
        if (!line.starts_with("-- ") || line.size() < 6 || line[3] == '@')
            refuse(1, "the first line is a comment that says what the query is for");
        m_query.purpose = std::string(line.substr(3));
    }

    void take_annotations()
    {
        for (auto& token : m_lexed.tokens) {
            if (token.kind != Kind::Annotation) {
                m_tokens.push_back(std::move(token));
            } else if (token.text == "rows") {
                m_rows_line = token.line;
                m_rows_at = m_tokens.size();
            } else if (token.text == "list") {
                if (token.line != 2)
                    refuse(token.line, "@list stands on the second line");
                m_is_list = true;
            } else {
                refuse(token.line, "unknown annotation @" + token.text + ": there are @rows and @list");
            }
        }
    }

    void drop_last_semicolon()
    {
        for (std::size_t i = 0; i + 1 < m_tokens.size(); ++i) {
            if (is_sign(m_tokens[i], ';'))
                refuse(m_tokens[i + 1].line, "one statement a file");
        }
        if (m_tokens.empty() || !is_sign(m_tokens.back(), ';'))
            return;
        m_lexed.text.erase(m_tokens.back().begin);
        m_lexed.text.erase(m_lexed.text.find_last_not_of(" \n") + 1);
        m_tokens.pop_back();
    }

    void refuse_unportable() const
    {
        static std::set<std::string, std::less<>> const clocks {"NOW", "RANDOM", "DATETIME", "STRFTIME", "JULIANDAY", "UNIXEPOCH", "CLOCK_TIMESTAMP", "GEN_RANDOM_UUID"};
        static std::set<std::string, std::less<>> const moments {"CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP"};
        static std::set<std::string, std::less<>> const one_sided {"GREATEST", "LEAST", "STRING_AGG", "GROUP_CONCAT", "IFNULL", "IIF", "ILIKE", "GLOB"};
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            auto const& token = m_tokens[i];
            bool calls = i + 1 < m_tokens.size() && is_sign(m_tokens[i + 1], '(');
            if (token.kind == Kind::Word) {
                if (moments.contains(token.text) || (calls && clocks.contains(token.text)))
                    refuse(token.line, token.text + ": time and chance come from Env as parameters");
                if (one_sided.contains(token.text))
                    refuse(token.line, token.text + " does not work on both databases");
                if (token.text == "FOR" && i + 1 < m_tokens.size() && (is_word(m_tokens[i + 1], "UPDATE") || is_word(m_tokens[i + 1], "SHARE")))
                    refuse(token.line, "FOR UPDATE: a write holds the city's lock already");
            }
            if (is_sign(token, '*') && i > 0 && takes_all_columns(m_tokens[i - 1]))
                refuse(token.line, "name the columns: SELECT * changes its meaning with the schema");
        }
    }

    static bool takes_all_columns(Token const& before)
    {
        return is_word(before, "SELECT") || is_word(before, "DISTINCT") || is_word(before, "ALL") || is_word(before, "RETURNING") || is_sign(before, ',')
            || is_sign(before, '.');
    }

    Query::Kind kind() const
    {
        if (m_is_list)
            return Query::Kind::List;
        auto verb = m_tokens.front().text;
        if (verb == "WITH")
            verb = verb_after_with();
        if (verb == "SELECT" || verb == "VALUES")
            return m_rows_line > 0 ? Query::Kind::ReadRows : Query::Kind::Read;
        if (verb == "INSERT" || verb == "UPDATE" || verb == "DELETE")
            return m_rows_line > 0 ? Query::Kind::Rows : Query::Kind::Write;
        refuse(m_tokens.front().line, "a query starts with SELECT, WITH, VALUES, INSERT, UPDATE or DELETE, not with " + m_tokens.front().spelled);
    }

    std::string verb_after_with() const
    {
        for (auto const& token : m_tokens) {
            if (token.depth == 0 && token.kind == Kind::Word && (token.text == "SELECT" || token.text == "INSERT" || token.text == "UPDATE" || token.text == "DELETE"))
                return token.text;
        }
        return {};
    }

    int count_parameters() const
    {
        std::set<int> seen;
        int last_line = 1;
        for (auto const& token : m_tokens) {
            if (token.kind != Kind::Parameter)
                continue;
            seen.insert(std::stoi(token.text));
            last_line = token.line;
        }
        int expected = 1;
        for (int number : seen) {
            if (number != expected)
                refuse(last_line, "$" + std::to_string(expected) + " is missing");
            ++expected;
        }
        return expected - 1;
    }

    /// Writes the tuple after `-- @rows` 10 and 100 times, its parameters counted on.
    void multiply_tuple()
    {
        auto open = m_rows_at;
        if (open >= m_tokens.size() || !is_sign(m_tokens[open], '('))
            refuse(m_rows_line, "after @rows comes the tuple of VALUES on the next line");
        auto close = open + 1;
        while (!(is_sign(m_tokens[close], ')') && m_tokens[close].depth == m_tokens[open].depth))
            ++close;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (m_tokens[i].kind == Kind::Parameter && (i < open || i > close))
                refuse(m_tokens[i].line, "with @rows every parameter stands inside the tuple");
        }
        m_query.text_10 = repeat_tuple(open, close, 10);
        m_query.text_100 = repeat_tuple(open, close, 100);
    }

    std::string repeat_tuple(std::size_t open, std::size_t close, int times) const
    {
        auto const& text = m_lexed.text;
        auto out = text.substr(0, m_tokens[open].begin);
        for (int k = 0; k < times; ++k) {
            if (k > 0)
                out += ", ";
            auto at = m_tokens[open].begin;
            for (auto i = open; i <= close; ++i) {
                if (m_tokens[i].kind != Kind::Parameter)
                    continue;
                out += text.substr(at, m_tokens[i].begin - at);
                out += "$" + std::to_string(std::stoi(m_tokens[i].text) + k * m_query.parameters);
                at = m_tokens[i].end;
            }
            out += text.substr(at, m_tokens[close].end - at);
        }
        return out + text.substr(m_tokens[close].end);
    }

    /// The names of the outermost SELECT's columns.
    void read_columns()
    {
        auto at = std::ranges::find_if(m_tokens, [](Token const& token) { return token.depth == 0 && is_word(token, "SELECT"); });
        if (at == m_tokens.end())
            refuse(m_tokens.front().line, "a list is a SELECT");
        ++at;
        if (at != m_tokens.end() && is_word(*at, "DISTINCT"))
            ++at;
        auto first = at;
        for (;; ++at) {
            bool ends = at == m_tokens.end() || (at->depth == 0 && is_word(*at, "FROM"));
            if (!ends && !(at->depth == 0 && is_sign(*at, ',')))
                continue;
            add_column(first, at);
            if (ends)
                break;
            first = at + 1;
        }
        if (std::ranges::find(m_query.columns, "id") == m_query.columns.end())
            refuse(m_tokens.front().line, "a list needs a column named id: it breaks ties");
    }

    void add_column(std::vector<Token>::const_iterator first, std::vector<Token>::const_iterator last)
    {
        auto size = last - first;
        if (size == 0)
            refuse(m_tokens.front().line, "a column is missing");
        auto const& name = *(last - 1);
        bool plain = size == 1 || (size == 3 && is_sign(*(first + 1), '.'));
        bool named = size >= 3 && is_word(*(last - 2), "AS");
        if (name.kind != Kind::Word || !(plain || named))
            refuse(name.line, "a column of a list is a plain name or has AS name");
        if (std::ranges::find(m_query.columns, name.spelled) != m_query.columns.end())
            refuse(name.line, "two columns are named " + name.spelled);
        m_query.columns.push_back(name.spelled);
    }

    std::string const& m_file;
    std::string_view m_source;
    Lexed m_lexed;
    std::vector<Token> m_tokens;
    Query m_query {};
    bool m_is_list {false};
    int m_rows_line {0};
    std::size_t m_rows_at {0};
};

} // namespace

Query parse_query(std::string const& file, std::string_view source)
{
    return Parser(file, source).run();
}

} // namespace sqlc
