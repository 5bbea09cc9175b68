#include "app/checking.hpp"

#include <boost/json/array.hpp>

#include <ostream>

namespace rtkeren::app {

Result<Checked> check_city(db::Database& database, CityId city)
{
    return db::read(database, [&](db::ReadTx& tx) -> Result<Checked> {
        auto money = TRY(ledger::check(tx, city));
        auto trail = TRY(audit::verify(tx, city));
        return Checked {std::move(money), std::move(trail)};
    });
}

boost::json::object json_of(Checked const& checked)
{
    boost::json::object counts {{"audit_events", checked.trail.checked}};
    for (auto const& [name, count] : checked.money.checked)
        counts[name] = count;
    boost::json::array broken;
    for (auto const& item : checked.money.broken)
        broken.push_back({{"code", item.code}, {"subject", item.subject}, {"numbers", item.numbers}});
    if (checked.trail.broken)
        broken.push_back({{"code", "audit.chain"}, {"subject", std::to_string(*checked.trail.broken)}, {"numbers", ""}});
    return {{"ok", checked.ok()}, {"checked", std::move(counts)}, {"broken", std::move(broken)}};
}

void print(Checked const& checked, std::ostream& out)
{
    for (auto const& [name, count] : checked.money.checked)
        out << "  " << name << ": " << count << '\n';
    out << "  audit_events: " << checked.trail.checked << '\n';
    for (auto const& item : checked.money.broken)
        out << "RUSAK " << item.code << ' ' << item.subject << ": " << item.numbers << '\n';
    if (checked.trail.broken)
        out << "RUSAK audit.chain " << *checked.trail.broken << '\n';
    out << (checked.ok() ? "Semua cocok.\n" : "Ada yang tidak cocok.\n");
}

} // namespace rtkeren::app
