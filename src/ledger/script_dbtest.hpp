#pragma once

#include "base/env.hpp"
#include "ledger/check.hpp"
#include "ledger/ledger.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

/// Runs the `.test` files of tests/ledger: one command a line, what must be true after it on the lines below. Their words are in tests/ledger/README.md.
namespace rtkeren::ledger::testing {

class Script {
public:
    explicit Script(CityId city);
    /// Runs a whole file in a city of its own; failures name file and line.
    void run(std::string const& path);

private:
    using Words = std::vector<std::string>;
    struct Cursor;

    void command(Words words);
    void expect_refusal(Words const& words);
    void expect_purse(Words const& words);
    void expect_cash(Words const& words);
    Result<void> set_up(Words const& words, bool& is_known);
    Result<void> post_event(std::string const& label, Words const& words);
    Result<Entry> event_of(std::string const& name, Cursor& at);
    Result<Entry> ceiling_event(std::string const& name, Cursor& at);
    Result<Entry> purse_event(std::string const& name, Cursor& at);
    Result<Entry> cash_event(std::string const& name, Cursor& at);
    Result<Entry> spending_event(std::string const& name, Cursor& at);
    Result<Entry> passing_event(std::string const& name, Cursor& at);

    Header header();
    Parts parts(Cursor& at);
    PurseId purse_named(std::string const& name) const { return m_purses.at(name); }
    PokmasId pokmas_named(std::string const& name);

    CityId m_city;
    std::unique_ptr<Env> m_env;
    Date m_day, m_today;
    std::map<std::string, PurseId> m_purses;
    std::map<std::string, PokmasId> m_pokmas;
    std::map<std::string, EntryId> m_labels;
    std::optional<Entry> m_last;
    std::string m_hold;
    std::optional<Error> m_refused;
    std::string m_where;
};

} // namespace rtkeren::ledger::testing
