#include "bare.hpp"

#include <algorithm>
#include <sqlite3.h>
#include <string_view>

namespace rtkeren::bench {

namespace {

Recorder* listening = nullptr;

int on_statement(unsigned, void*, void* statement, void* text)
{
    // A trigger's own statements are told as comments; they happen again by themselves.
    if (listening && !std::string_view(static_cast<char const*>(text)).starts_with("--"))
        listening->heard(statement);
    return 0;
}

int on_open(sqlite3* connection, char const**, sqlite3_api_routines const*)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, on_statement, nullptr);
}

/// SQLite's own type for what it calls when a connection opens.
using Entry = void (*)();
Entry entry() { return reinterpret_cast<Entry>(on_open); }

/// One value as SQLite writes it into an expanded text; moves `at` behind it.
Value read_value(std::string_view text, std::size_t& at)
{
    if (text[at] == '\'') {
        std::string value;
        for (++at; at < text.size(); ++at) {
            if (text[at] == '\'' && (at + 1 == text.size() || text[at + 1] != '\''))
                break;
            at += text[at] == '\'' ? 1U : 0U;
            value += text[at];
        }
        ++at;
        return value;
    }
    auto const end = std::min(text.size(), text.find_first_not_of("0123456789-NUL", at));
    auto const literal = text.substr(at, end - at);
    at = end;
    if (literal == "NULL")
        return std::monostate {};
    return std::int64_t {std::stoll(std::string(literal))};
}

/// The values of $1 … $n: the text with its places beside the text with its values.
std::vector<Value> values_of(std::string_view pattern, std::string_view expanded, int parameters)
{
    std::vector<Value> values(static_cast<std::size_t>(parameters));
    std::size_t at = 0;
    for (std::size_t i = 0; i < pattern.size();) {
        if (pattern[i] != '$') {
            ++i;
            ++at;
            continue;
        }
        auto const end = std::min(pattern.size(), pattern.find_first_not_of("0123456789", i + 1));
        auto const number = static_cast<std::size_t>(std::stoul(std::string(pattern.substr(i + 1, end - i - 1))));
        values[number - 1] = read_value(expanded, at);
        i = end;
    }
    return values;
}

} // namespace

Recorder::Recorder()
{
    CHECK(listening == nullptr);
    listening = this;
    sqlite3_auto_extension(entry());
}

Recorder::~Recorder()
{
    sqlite3_cancel_auto_extension(entry());
    listening = nullptr;
}

void Recorder::start()
{
    std::scoped_lock lock(m_mutex);
    m_is_on = true;
}

Recording Recorder::take()
{
    std::scoped_lock lock(m_mutex);
    m_is_on = false;
    return std::move(m_recording);
}

void Recorder::heard(void* raw)
{
    auto* statement = static_cast<sqlite3_stmt*>(raw);
    std::scoped_lock lock(m_mutex);
    if (!m_is_on)
        return;
    std::string_view const text = sqlite3_sql(statement);
    if (text.starts_with("COMMIT") && !m_open.empty()) {
        m_recording.batches.push_back(std::move(m_open));
        m_open.clear();
    }
    auto const is_write = text.starts_with("INSERT") || text.starts_with("UPDATE") || text.starts_with("DELETE");
    if (!is_write)
        return;
    auto known = std::ranges::find(m_recording.statements, text);
    if (known == m_recording.statements.end())
        known = m_recording.statements.insert(known, std::string(text));
    char* expanded = sqlite3_expanded_sql(statement);
    CHECK(expanded != nullptr);
    m_open.push_back({static_cast<std::size_t>(known - m_recording.statements.begin()), values_of(text, expanded, sqlite3_bind_parameter_count(statement))});
    sqlite3_free(expanded);
}

} // namespace rtkeren::bench
