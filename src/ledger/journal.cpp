#include "ledger/check.hpp"
#include "ledger/sql.hpp"

#include <unordered_map>

namespace rtkeren::ledger {
namespace {

constexpr std::int64_t accounts_a_page = 5000;
constexpr std::int64_t entries_a_page = 2000;

/// kantong:2023:35.72.03.1002:UNIT:umkm:PURSE:cair, kas:POKMAS:panjar:person:…
std::string journal_name(db::Row const& row)
{
    auto const& slot = row.text(2);
    if (row.text(1) == "cash")
        return "kas:" + row.text(3) + ":" + slot + (row.text(4) == "-" ? "" : ":" + row.text(4));
    return "kantong:" + std::to_string(row.integer(5)) + ":" + row.text(7) + ":" + row.text(6) + ":" + row.text(8) + ":" + row.text(3) + ":" + slot;
}

/// One line of plain text: hledger ends a description at a line break and a `;`.
std::string journal_text(std::string const& text)
{
    std::string line;
    for (char c : text)
        line += c == '\n' || c == '\r' ? ' ' : c == ';' ? ',' : c;
    return line;
}

using AccountNames = std::unordered_map<std::int64_t, std::string>;

Result<AccountNames> declare_accounts(db::ReadTx& tx, CityId city, std::ostream& out)
{
    AccountNames names;
    std::int64_t last = 0;
    for (;;) {
        auto rows = TRY(tx.run(sql::journal_accounts, city, last, accounts_a_page));
        for (auto const& row : rows) {
            last = row.integer(0);
            auto const& name = names.emplace(last, journal_name(row)).first->second;
            out << "account " << name << '\n';
        }
        if (std::int64_t(rows.size()) < accounts_a_page)
            return names;
    }
}

void write_head(db::Row const& row, std::ostream& out)
{
    out << '\n' << row.date(3).iso() << " (" << row.integer(0) << ") " << row.text(2);
    if (!row.text(5).empty())
        out << " | " << journal_text(row.text(5));
    out << "  ; id:" << row.text(1) << ", recorded:" << row.text(4) << '\n';
}

} // namespace

Result<void> write_journal(db::ReadTx& tx, CityId city, std::ostream& out)
{
    out << "commodity IDR 1000.\n";
    auto names = TRY(declare_accounts(tx, city, out));
    auto newest = TRY(tx.run(sql::last_entry, city));
    auto const last = newest.front().integer(0);
    std::int64_t number = 0;
    for (std::int64_t after = 0; after < last; after += entries_a_page) {
        auto rows = TRY(tx.run(sql::journal_lines, city, after, after + entries_a_page));
        for (auto const& row : rows) {
            if (row.integer(0) != number)
                write_head(row, out);
            number = row.integer(0);
            out << "    " << names.at(row.integer(6)) << "  IDR " << row.integer(7);
            if (!row.is_null(8))
                out << "  ; category:" << row.text(8);
            out << '\n';
        }
    }
    if (!out)
        return Error::unavailable("environment.data_unwritable", "journal");
    return Done {};
}

} // namespace rtkeren::ledger
