#include "charts/stages.hpp"
#include "language/language.hpp"
#include "portal/kept.hpp"
#include "portal/pages.hpp"
#include "portal/report.hpp"
#include "portal/room.hpp"
#include "portal/sql.hpp"
#include "rules/rules.hpp"
#include "screens/screens.hpp"
#include "tables/render.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::portal {

namespace {

std::vector<charts::StageAmount> stages_of(ledger::StageAmounts const& amounts)
{
    using ledger::Stage;
    return {{charts::Stage::Pagu, amounts.of(Stage::Pagu)}, {charts::Stage::Rencana, amounts.of(Stage::Rencana)}, {charts::Stage::Kontrak, amounts.kontrak()},
        {charts::Stage::Cair, amounts.of(Stage::Cair)}, {charts::Stage::Belanja, amounts.of(Stage::Belanja)}, {charts::Stage::Sah, amounts.of(Stage::Sah)},
        {charts::Stage::Kembali, amounts.of(Stage::Kembali)}, {charts::Stage::Batal, amounts.of(Stage::Batal)}};
}

PurseBar bar_of(rules::Envelope const& envelope, ledger::StageAmounts const& amounts)
{
    auto const stages = stages_of(amounts);
    return {envelope.sign, tr("Kantong {name}", {{"name", envelope.label}}), format_rupiah_short(amounts.pagu_awal()), charts::stage_bar(stages, envelope.label), charts::stage_legend(stages)};
}

std::vector<PurseBar> bars_of(rules::Pack const& pack, MoneyReport const& report)
{
    std::vector<PurseBar> bars;
    for (auto const& envelope : pack.envelopes) {
        ledger::StageAmounts sum;
        bool any = false;
        for (auto const& row : report.rows)
            if (row.envelope == envelope.key) {
                any = true;
                for (std::size_t i = 0; i < sum.amounts.size(); ++i)
                    sum.amounts[i] += row.amounts.amounts[i];
            }
        if (any)
            bars.push_back(bar_of(envelope, sum));
    }
    return bars;
}

std::string share_text(Rupiah part, Rupiah whole)
{
    return tr("{share:bp} dari {whole}", {{"share", std::to_string(charts::share_of(part, whole).value())}, {"whole", format_rupiah_short(whole)}});
}

std::vector<Headline> headlines_of(ledger::StageAmounts const& total)
{
    using ledger::Stage;
    auto const ceiling = total.pagu_awal();
    auto const with_pokmas = total.of(Stage::Cair) + total.of(Stage::Belanja) + total.of(Stage::Sah);
    return {{tr("Pagu"), format_rupiah_short(ceiling), tr("untuk semua RT")}, {tr("Sudah sampai di pokmas"), format_rupiah_short(with_pokmas), share_text(with_pokmas, ceiling)},
        {tr("Sudah sah dibelanjakan"), format_rupiah_short(total.of(Stage::Sah)), share_text(total.of(Stage::Sah), ceiling)},
        {tr("Dikembalikan atau batal"), format_rupiah_short(total.of(Stage::Kembali) + total.of(Stage::Batal)), share_text(total.of(Stage::Kembali) + total.of(Stage::Batal), ceiling)}};
}

std::string as_of_text(Services& services, http::Exchange const& exchange)
{
    return tr("Angka per {date} pukul {time}. Pemutakhiran paling lambat 10 detik.",
        {{"date", format_date(services.today(), exchange.language)}, {"time", format_time(services.now(), services.zone)}});
}

struct Figures {
    programme::Year year;
    std::shared_ptr<rules::Pack const> pack;
    MoneyReport report;
};
Result<Figures> figures_of(Services& services, db::ReadTx& tx, http::Exchange const& exchange, std::string_view place)
{
    auto year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
    auto pack = TRY(rules::released(tx, services.city, year.year));
    auto report = TRY(money_report(tx, services.city, year.year, std::nullopt, place, services.today()));
    return Figures {year, std::move(pack), std::move(report)};
}

tables::Table public_table(MoneyReport const& report, std::string const& city_name)
{
    auto table = to_table(report, city_name);
    for (auto& row : table.rows)
        if (!row.href.empty())
            row.href = "/publik" + row.href;
    return table;
}

html::Frame public_frame(Services& services, http::Exchange const& exchange, std::string title)
{
    auto frame = screens::frame(services, exchange, std::move(title));
    frame.kind = "public";
    return frame;
}

Result<http::Response> home(Services& services, http::Exchange& exchange)
{
    if (exchange.session)
        return http::Response::see_other("/menunggu");
    HomePage page {.frame = public_frame(services, exchange, services.city_name),
        .heading = tr("Uang lingkungan {city}", {{"city", services.city_name}})};
    page.as_of = as_of_text(services, exchange);
    page.example = services.example;
    auto read = db::read(services.db, [&](db::ReadTx& tx) { return figures_of(services, tx, exchange, ""); });
    if (read.ok()) {
        page.has_money = true;
        page.year = std::to_string(read->year.year);
        page.heading = tr("Uang lingkungan {city}, {year}", {{"city", services.city_name}, {"year", page.year}});
        page.headlines = headlines_of(read->report.total);
        page.purses = bars_of(*read->pack, read->report);
        page.table = tables::write_html(public_table(read->report, services.city_name));
    } else if (read.error().kind != ErrorKind::NotFound) {
        return std::move(read).error();
    }
    return screens::show(page);
}

Result<PlacePage> place_page(Services& services, db::ReadTx& tx, http::Exchange const& exchange, std::string const& code)
{
    auto region = TRY(territory::find(tx, services.city, code));
    auto figures = TRY(figures_of(services, tx, exchange, code));
    auto const name = territory::short_name(region.level, region.code, region.name);
    PlacePage page {.frame = public_frame(services, exchange, name), .heading = tr("{name}, tahun {year}", {{"name", name}, {"year", std::to_string(figures.year.year)}})};
    page.as_of = as_of_text(services, exchange);
    page.purses = bars_of(*figures.pack, figures.report);
    page.example = region.example || services.example;
    if (region.level == territory::Level::Kelurahan) {
        page.below_title = tr("RT di kelurahan ini");
        auto units = TRY(territory::regions(tx, services.city, territory::Level::Rt, code, services.today()));
        for (auto const& unit : units)
            page.below.push_back({"/publik" + territory::href_of(unit.code) + "?tahun=" + std::to_string(figures.year.year), territory::short_name(unit.level, unit.code, unit.name), unit.code});
    }
    return page;
}

Result<http::Response> show_place(Services& services, http::Exchange& exchange, std::string const& code)
{
    auto parsed = TRY(territory::PlaceCode::parse(code));
    auto read = db::read(services.db, [&](db::ReadTx& tx) { return place_page(services, tx, exchange, parsed.text); });
    auto page = TRY(std::move(read));
    return screens::show(page);
}

Result<http::Response> kelurahan(Services& services, http::Exchange& exchange) { return show_place(services, exchange, exchange.parameter("code")); }

Result<http::Response> rt(Services& services, http::Exchange& exchange)
{
    return show_place(services, exchange, exchange.parameter("kelurahan") + "." + exchange.parameter("rw") + "." + exchange.parameter("rt"));
}

/// "RT 2 RW 3 Plosokerep" as what to look for: numbers behind RT and RW, and the other words as a name.
struct Wanted {
    std::string rt, rw, name;
};
Wanted wanted_of(std::string_view typed)
{
    Wanted wanted;
    std::string folded = fold(typed), last;
    for (auto word : split(folded, ' ')) {
        if (last == "rt" && parse_integer(word))
            wanted.rt = std::string(word.size() < 3 ? 3 - word.size() : 0, '0') + std::string(word);
        else if (last == "rw" && parse_integer(word))
            wanted.rw = std::string(word.size() < 3 ? 3 - word.size() : 0, '0') + std::string(word);
        else if (word != "rt" && word != "rw" && !word.empty())
            wanted.name += (wanted.name.empty() ? "" : " ") + std::string(word);
        last = word;
    }
    return wanted;
}

Result<http::Response> search(Services& services, http::Exchange& exchange)
{
    auto const typed = exchange.request.query_value("q").substr(0, 80);
    SearchPage page {.frame = public_frame(services, exchange, tr("Cari RT")), .query = typed, .found = {}, .asked = !trim(typed).empty()};
    if (page.asked) {
        auto const wanted = wanted_of(typed);
        auto read = db::read(services.db, [&](db::ReadTx& tx) { return tx.run(sql::find_places, services.city, wanted.name, wanted.rw, wanted.rt); });
        auto const rows = TRY(std::move(read));
        for (auto const& row : rows) {
            auto const level = territory::level_of(row.text(1)).value_or(territory::Level::Rt);
            page.found.push_back({"/publik" + territory::href_of(row.text(0)), territory::short_name(level, row.text(0), row.text(2)), row.text(3)});
        }
    }
    return screens::show(page);
}


} // namespace

std::vector<http::Route> routes(Services& services)
{
    using enum http::Method;
    auto kept = std::make_shared<Kept>();
    auto const open = [&](auto work) { return keep(kept, services, screens::page(services, work)); };
    return {{Get, "/", "", open(home), "Home: the public's figures, or what waits for who is signed in"},
        {Get, "/publik/kelurahan/{code}", "", open(kelurahan), "A kelurahan's money, for everybody"},
        {Get, "/publik/rt/{kelurahan}/{rw}/{rt}", "", open(rt), "An RT's money, for everybody"},
        {Get, "/publik/cari", "", screens::page(services, search), "Finds an RT by its number and kelurahan"}};
}

} // namespace rtkeren::portal
