#include "bare_search.hpp"

#include "report.hpp"

#include <sqlite3.h>

namespace rtkeren::bench {

namespace {

struct CloseSqlite {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

Error failed_search(sqlite3* handle) { return Error::unavailable("bench.sqlite", sqlite3_errmsg(handle)); }

/// As a part of an SQL text: ma'ruf has its apostrophe twice.
std::string inside_quotes(std::string_view word)
{
    std::string text;
    for (char const letter : word)
        text += letter == '\'' ? std::string("''") : std::string(1, letter);
    return text;
}

class Searching : public BareSearch {
public:
    Result<void> open(std::string const& persons, std::string const& index)
    {
        sqlite3* opened = nullptr;
        auto const code = sqlite3_open_v2(index.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        m_handle.reset(opened);
        if (code != SQLITE_OK)
            return failed_search(m_handle.get());
        TRY(run("PRAGMA cache_size=-16000; ATTACH '" + persons + "' AS persons"));
        Stopwatch const watch;
        TRY(run("CREATE VIRTUAL TABLE names USING fts5(words, content='', prefix='2 3 4'); INSERT INTO names (rowid, words) SELECT rowid, name_fold FROM persons.identity_person"));
        m_seconds_to_make = watch.seconds();
        return Done {};
    }
    Result<double> scan(std::vector<std::string> const& words) override
    {
        std::string text = "SELECT id, name FROM persons.identity_person WHERE city = 3572";
        for (auto const& word : words)
            text += " AND name_fold LIKE '%" + inside_quotes(word) + "%'";
        return timed(text + " ORDER BY name_fold, id LIMIT 10");
    }
    Result<double> by_index(std::vector<std::string> const& words) override
    {
        std::string wanted;
        for (auto const& word : words)
            wanted += (wanted.empty() ? "\"" : " \"") + inside_quotes(word) + "\"*";
        return timed("SELECT p.id, p.name FROM names JOIN persons.identity_person p ON p.rowid = names.rowid WHERE names MATCH '" + wanted + "' LIMIT 10");
    }
    [[nodiscard]] double seconds_to_make() const override { return m_seconds_to_make; }

private:
    Result<void> run(std::string const& text)
    {
        if (sqlite3_exec(m_handle.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return failed_search(m_handle.get());
        return Done {};
    }
    Result<double> timed(std::string const& text)
    {
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(m_handle.get(), text.c_str(), -1, &raw, nullptr) != SQLITE_OK)
            return failed_search(m_handle.get());
        std::unique_ptr<sqlite3_stmt, Finalize> const statement(raw);
        Stopwatch const watch;
        while (sqlite3_step(raw) == SQLITE_ROW)
            ;
        return watch.seconds();
    }

    std::unique_ptr<sqlite3, CloseSqlite> m_handle;
    double m_seconds_to_make {0};
};

} // namespace

Result<std::unique_ptr<BareSearch>> BareSearch::make(std::string const& persons, std::string const& index)
{
    auto made = std::make_unique<Searching>();
    TRY(made->open(persons, index));
    return std::unique_ptr<BareSearch>(std::move(made));
}

} // namespace rtkeren::bench
