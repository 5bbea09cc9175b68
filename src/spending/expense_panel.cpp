#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "spending/expense_parts.hpp"
#include "spending/room.hpp"
#include "spending/sql.hpp"

/// On the page of a purse: its plan lines with spent and left, its latest entries with thumbnails.
namespace rtkeren::spending {
namespace {

/// "62%": how wide the bar is.
std::string width_of_bar(Rupiah part, Rupiah whole)
{
    if (!whole.is_positive())
        return "0%";
    return std::to_string(std::min<std::int64_t>(100, part.value() * 100 / whole.value())) + "%";
}

Result<std::string> picture_of(db::ReadTx& tx, CityId city, std::string const& expense)
{
    auto const links = TRY(evidence::links(tx, city, "expense", expense));
    for (auto const& link : links)
        if (link.content_type.starts_with("image/"))
            return evidence::href(link.sha256);
    return std::string {};
}

Result<void> add_entries(db::ReadTx& tx, Services& services, PurseId purse, PurseSpendingPanel& panel)
{
    auto const rows = TRY(tx.run(sql::purse_entries, services.city, purse));
    for (auto const& row : rows) {
        auto picture = TRY(picture_of(tx, services.city, row.text(0)));
        panel.entries.push_back({"/belanja/" + row.text(0), std::move(picture), row.text(1), format_date_short(row.date(2), language::current()), row.text(3), row.text(4),
            format_rupiah(row.rupiah(5) - row.rupiah(7)), expense_state_label(row.text(6)), std::string(expense_state_tone(row.text(6)))});
    }
    return Done {};
}

Result<html::Safe> purse_panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = PurseId::parse(subject);
    if (actor == nullptr || !id.ok())
        return html::Safe {};
    auto const purse = TRY(programme::purse(tx, services.city, *id));
    auto const pokmas = purse.pokmas ? purse.pokmas->str() : std::string {};
    if (!may_read_expense(*actor, purse.unit_code, pokmas))
        return html::Safe {};
    auto const may_record = purse.pokmas && !purse.closed && may(*actor, "spending.record", purse.unit_code, pokmas);
    PurseSpendingPanel panel;
    auto const lines = TRY(charges_of_purse(tx, services.city, *id));
    for (auto const& line : lines)
        panel.lines.push_back({line.item, line.activity, format_rupiah(line.planned), format_rupiah(line.spent), format_rupiah(line.line_left()),
            may_record && line.line_left().is_positive() ? "/belanja/baru?baris=" + line.line.str() : std::string {}, width_of_bar(line.spent, line.planned), line.spent > line.planned});
    TRY(add_entries(tx, services, *id, panel));
    if (may_record)
        panel.record_href = "/belanja/baru?kantong=" + id->str();
    panel.all_href = "/belanja?tahun=" + std::to_string(purse.year) + "&rt=" + purse.unit_code + "&kantong=" + purse.envelope;
    return html::part(panel);
}

} // namespace

std::vector<screens::Panel> expense_panels()
{
    return {{"purse", 40, purse_panel}};
}

std::vector<http::Route> expense_routes(Services& services)
{
    auto all = expense_list_routes(services);
    for (auto const& more : {expense_form_routes(services), unplaced_routes(services), expense_queue_routes(services), expense_page_routes(services)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace rtkeren::spending
