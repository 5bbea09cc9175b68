#include "programme/page_parts.hpp"

#include "language/language.hpp"
#include "programme/changes.hpp"
#include "programme/sql.hpp"
#include "tables/list.hpp"

#include <algorithm>
#include <map>

/// Forms for everything that changes a ceiling, and the list of what changed.
namespace rtkeren::programme {

namespace {

struct PurseView {
    Purse purse;
    std::shared_ptr<rules::Pack const> pack;
    std::vector<Purse> siblings; // of the unit, itself included
    Rupiah left;
};

/// A purse of a place that is not the actor's is not there.
Result<PurseView> read_purse(Services& services, http::Exchange const& exchange, std::string_view permission)
{
    auto id = TRY(id_in_path<PurseId>(exchange));
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<PurseView> {
        PurseView view;
        view.purse = TRY(purse(tx, services.city, id));
        if (!may(exchange.actor(), permission, view.purse.unit_code))
            return Error::not_found("programme.no_purse");
        view.pack = TRY(rules::released(tx, services.city, view.purse.year));
        view.siblings = TRY(purses_of_unit(tx, services.city, view.purse.year, view.purse.unit));
        auto balance = TRY(ledger::balance(tx, services.city, id));
        view.left = balance.of(ledger::Stage::Pagu);
        return view;
    });
}

CeilingPage purse_form(Services& services, http::Exchange const& exchange, PurseView const& view, std::string title, html::FormState form)
{
    CeilingPage page {
        .frame = screens::frame(services, exchange, title, {{"/kantong/" + view.purse.id.str(), tr("Kantong")}, {"", title}}), .form = std::move(form)};
    page.title = std::move(title);
    page.unit = purse_title(view.pack.get(), view.purse);
    page.left = format_rupiah(view.left);
    page.number_label = tr("Nomor surat");
    return page;
}

CeilingPage decline_form(Services& services, http::Exchange const& exchange, PurseView const& view, html::FormState form)
{
    auto page = purse_form(services, exchange, view, tr("Catat penolakan"), std::move(form));
    page.lead = tr("Penerima boleh menolak seluruh uangnya atau satu kantong, dengan berita acara musyawarah. Yang masih di pagu kembali ke DPA kelurahan.");
    page.button = tr("Catat penolakan");
    page.confirm = tr("Catat bahwa {unit} menolak?", {{"unit", view.purse.unit_name}});
    page.number_label = tr("Nomor berita acara");
    page.envelopes = {{view.purse.envelope, purse_title(view.pack.get(), view.purse)}, {"semua", tr("Semua kantong {unit}", {{"unit", view.purse.unit_name}})}};
    return page;
}

CeilingPage reduce_form(Services& services, http::Exchange const& exchange, PurseView const& view, html::FormState form)
{
    auto page = purse_form(services, exchange, view, tr("Kurangi pagu"), std::move(form));
    page.button = tr("Kurangi pagu");
    page.confirm = tr("Kurangi pagu {unit}?", {{"unit", page.unit}});
    page.asks_amount = true;
    page.hidden_name = "purse";
    page.hidden_value = view.purse.id.str();
    return page;
}

CeilingPage move_form(Services& services, http::Exchange const& exchange, PurseView const& view, html::FormState form)
{
    auto page = purse_form(services, exchange, view, tr("Pindahkan ke kantong lain"), std::move(form));
    page.button = tr("Pindahkan");
    page.confirm = tr("Pindahkan uang dari {unit}?", {{"unit", page.unit}});
    page.number_label = tr("Nomor perubahan anggaran atau berita acara");
    page.asks_amount = true;
    page.hidden_name = "from";
    page.hidden_value = view.purse.id.str();
    for (auto const& other : view.siblings) {
        if (other.id != view.purse.id)
            page.targets.push_back({other.id.str(), purse_title(view.pack.get(), other)});
    }
    return page;
}

using MakeForm = CeilingPage (*)(Services&, http::Exchange const&, PurseView const&, html::FormState);

http::Handler show_purse_form(Services& services, std::string_view permission, MakeForm make_form)
{
    return screens::page(services, [permission, make_form](Services& own, http::Exchange& exchange) -> Result<http::Response> {
        auto view = TRY(read_purse(own, exchange, permission));
        return screens::show(make_form(own, exchange, view, screens::fresh_form(own)));
    });
}

http::Handler send_purse_form(Services& services, std::string_view operation, std::string_view permission, MakeForm make_form)
{
    return screens::page(services, [operation, permission, make_form](Services& own, http::Exchange& exchange) -> Result<http::Response> {
        auto view = TRY(read_purse(own, exchange, permission));
        boost::json::object extra;
        if (make_form == decline_form) {
            extra = {{"year", view.purse.year}, {"unit", view.purse.unit_code}};
            if (exchange.request.form_value("_scope") != "semua")
                extra["envelope"] = view.purse.envelope;
        }
        return screens::submit(own, exchange, operation, extra,
            [&](html::FormState const& form, Error const&) -> Result<http::Response> { return screens::show(make_form(own, exchange, view, form)); });
    });
}

/// Every place that gets a purse under the pack, named with its kelurahan.
Result<std::vector<html::Option>> units_of_pack(db::ReadTx& tx, Services& services, rules::Pack const& pack)
{
    std::map<std::string, std::string> kelurahan;
    for (auto& region : TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today())))
        kelurahan.emplace(std::move(region.code), std::move(region.name));
    std::vector<html::Option> options;
    for (auto const& region : TRY(territory::regions(tx, services.city, level_of(pack), "", services.today()))) {
        auto label = territory::short_name(region.level, region.code, region.name);
        auto const place = territory::PlaceCode::parse(region.code);
        if (auto const within = kelurahan.find(place.ok() ? place->kelurahan() : std::string {}); within != kelurahan.end() && within->first != region.code)
            label += ", " + within->second;
        options.push_back({region.code, std::move(label)});
    }
    return options;
}

Result<CeilingPage> unit_form(Services& services, http::Exchange const& exchange, html::FormState form, bool is_bonus)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<CeilingPage> {
        auto number = TRY(year_in_path(tx, services.city, exchange));
        auto pack = TRY(rules::released(tx, services.city, number));
        auto title = is_bonus ? tr("Beri bonus") : tr("Alokasi susulan");
        CeilingPage page {.frame = screens::frame(services, exchange, title, year_crumbs(number, title)), .form = std::move(form)};
        page.title = title;
        page.lead = is_bonus ? tr("Bonus pemenang penghargaan adalah alokasi tersendiri, dengan keputusannya, di dalam DPA kelurahan.")
                             : tr("Untuk penerima baru, atau uang yang ditolak penerima lain. Tetap di dalam DPA kelurahan.");
        page.button = title;
        page.confirm = title + "?";
        page.number_label = is_bonus ? tr("Nomor keputusan") : tr("Nomor surat");
        page.asks_unit = true;
        page.units = TRY(units_of_pack(tx, services, *pack));
        page.asks_rank = is_bonus;
        for (auto const& [rank, amount] : pack->bonus)
            page.ranks.push_back({rank, tr("Peringkat {rank}: {amount}", {{"rank", rank}, {"amount", format_rupiah(amount)}})});
        for (auto const& envelope : pack->envelopes) {
            auto name = "amounts." + std::to_string(page.amounts.size());
            page.amounts.push_back({envelope.key, envelope.label, name, page.form.value(name + ".amount")});
        }
        return page;
    });
}

template <bool is_bonus> Result<http::Response> show_unit_form(Services& services, http::Exchange& exchange)
{
    auto page = TRY(unit_form(services, exchange, screens::fresh_form(services), is_bonus));
    return screens::show(page);
}

/// Amounts that were typed; a form whose amounts are all empty asks for the pack's.
boost::json::array typed_amounts(http::Exchange const& exchange)
{
    boost::json::array amounts;
    for (int i = 0; i < 20; ++i) {
        auto name = "amounts." + std::to_string(i);
        auto envelope = exchange.request.form_value(name + ".envelope");
        auto amount = exchange.request.form_value(name + ".amount");
        if (!envelope.empty() && !trim(amount).empty())
            amounts.push_back({{"envelope", envelope}, {"amount", amount}});
    }
    return amounts;
}

template <bool is_bonus> Result<http::Response> send_unit_form(Services& services, http::Exchange& exchange)
{
    auto number = TRY(db::read(services.db, [&](db::ReadTx& tx) { return year_in_path(tx, services.city, exchange); }));
    boost::json::object const extra {{"year", number}, {"amounts", typed_amounts(exchange)}};
    return screens::submit(services, exchange, is_bonus ? "programme.bonus" : "programme.allocate_unit", extra,
        [&](html::FormState const& form, Error const&) -> Result<http::Response> {
            auto page = TRY(unit_form(services, exchange, form, is_bonus));
            return screens::show(page);
        });
}

std::string label_of_kind(std::string_view kind)
{
    if (kind == name_of(ChangeKind::Declined))
        return tr("Ditolak");
    if (kind == name_of(ChangeKind::Bonus))
        return tr("Bonus");
    if (kind == name_of(ChangeKind::Reduced))
        return tr("Dikurangi");
    return kind == name_of(ChangeKind::Moved) ? tr("Dipindahkan") : tr("Alokasi susulan");
}

std::vector<tables::Choice> kind_choices()
{
    std::vector<tables::Choice> choices;
    for (auto const kind : {ChangeKind::Declined, ChangeKind::Bonus, ChangeKind::Reduced, ChangeKind::Moved, ChangeKind::Allocated})
        choices.push_back({std::string(name_of(kind)), label_of_kind(name_of(kind))});
    return choices;
}

tables::TableSpec changes_spec(int year)
{
    return {.path = "/tahun/" + std::to_string(year) + "/perubahan",
        .columns = {{.key = "dated", .label = TR_NOOP("Tanggal"), .kind = tables::Kind::Date, .sort = "dated"},
            {.key = "kind", .label = TR_NOOP("Perubahan"), .sort = "kind"}, {.key = "unit", .label = TR_NOOP("Penerima"), .sort = "unit_code"},
            {.key = "envelope", .label = TR_NOOP("Kantong"), .sort = "envelope"},
            {.key = "amount", .label = TR_NOOP("Jumlah"), .kind = tables::Kind::Rupiah, .sort = "amount"},
            {.key = "number", .label = TR_NOOP("Surat"), .sort = "number"}, {.key = "reason", .label = TR_NOOP("Alasan"), .hide_on_phone = true},
            {.key = "undone", .label = TR_NOOP("Dibatalkan"), .kind = tables::Kind::Flag}},
        .filters = {{"perubahan", TR_NOOP("Perubahan"), "kind", kind_choices()}, {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", {}}},
        .search = true,
        .default_sort = "-dated"};
}

std::string label_of_envelope(rules::Pack const& pack, std::string const& key)
{
    auto const* envelope = pack.envelope(key);
    return envelope != nullptr ? envelope->label : key;
}

Result<tables::Table> changes_table(db::ReadTx& tx, CityId city, int year, bool may_undo, tables::ListRequest const& request)
{
    auto spec = changes_spec(year);
    auto page = TRY(tables::fetch_rows(tx, sql::list_changes, request, spec, city, year));
    auto const pack = TRY(rules::released(tx, city, year));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Perubahan pagu {year}", {{"year", std::to_string(year)}});
    table.empty_title = tr("Belum ada perubahan pagu");
    table.empty_text = tr("Penolakan, bonus, pengurangan, pindahan dan alokasi susulan tampil di sini.");
    for (auto const& row : page.rows) {
        auto undone = !row.is_null(11);
        auto href = may_undo && !undone ? "/perubahan/" + row.text(0) + "/batalkan" : "/kantong/" + row.text(10);
        table.add({row.date(1), label_of_kind(row.text(2)), row.text(4), label_of_envelope(*pack, row.text(6)), row.rupiah(7), row.text(8), row.text(9), undone})
            .at(std::move(href))
            .named(row.text(0));
    }
    return table;
}

Result<http::Response> show_changes(Services& services, http::Exchange& exchange)
{
    auto number = TRY(db::read(services.db, [&](db::ReadTx& tx) { return year_in_path(tx, services.city, exchange); }));
    auto fetch = [&](tables::ListRequest const& request) {
        return db::read(
            services.db, [&](db::ReadTx& tx) { return changes_table(tx, services.city, number, exchange.actor().has("programme.manage"), request); });
    };
    auto answer = TRY(screens::list(services, exchange, changes_spec(number), fetch));
    if (answer.file)
        return std::move(*answer.file);
    auto title = tr("Perubahan pagu {year}", {{"year", std::to_string(number)}});
    return screens::show(ListPage {.frame = screens::frame(services, exchange, title, year_crumbs(number, tr("Perubahan pagu"))),
        .title = title,
        .lead = "",
        .list = std::move(answer.html),
        .buttons = {}});
}

Result<http::Response> undo_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto id = TRY(id_in_path<Ulid>(exchange));
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<http::Response> {
        auto row = TRY(tx.one("programme.no_change", sql::change, services.city, id));
        auto found = TRY(purse(tx, services.city, row.id<PurseId>(2)));
        auto title = tr("Batalkan perubahan pagu");
        CeilingPage page {.frame = screens::frame(services, exchange, title, year_crumbs(found.year, title)), .form = std::move(form)};
        page.title = title;
        page.lead = label_of_kind(row.text(1)) + ", " + format_rupiah(row.rupiah(5)) + ", " + row.text(6);
        page.unit = purse_title(nullptr, found);
        page.button = title;
        page.confirm = title + "?";
        page.asks_paper = false;
        page.hidden_name = "change";
        page.hidden_value = id.str();
        return screens::show(page);
    });
}

Result<http::Response> show_undo(Services& services, http::Exchange& exchange) { return undo_page(services, exchange, screens::fresh_form(services)); }

Result<http::Response> send_undo(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "programme.undo_change", {{"change", exchange.parameter("id")}},
        [&](html::FormState const& form, Error const&) { return undo_page(services, exchange, form); });
}

} // namespace

void add_ceiling_routes(Services& services, std::vector<http::Route>& all)
{
    using http::Method;
    struct PurseForm {
        std::string_view path, operation, permission, summary;
        MakeForm form;
    };
    for (auto const& each : {PurseForm {"/kantong/{id}/tolak", "programme.decline", "programme.decline", "Record that a unit declines", decline_form},
             PurseForm {"/kantong/{id}/kurangi", "programme.reduce", "programme.manage", "Reduce a purse", reduce_form},
             PurseForm {"/kantong/{id}/pindah", "programme.move", "programme.move", "Move between the purses of a unit", move_form}}) {
        all.push_back({Method::Get, std::string(each.path), std::string(each.permission), show_purse_form(services, each.permission, each.form),
            std::string(each.summary)});
        all.push_back({Method::Post, std::string(each.path), std::string(each.permission),
            send_purse_form(services, each.operation, each.permission, each.form), std::string(each.summary)});
    }
    all.push_back({Method::Get, "/tahun/{year}/bonus", "programme.bonus", screens::page(services, show_unit_form<true>), "Give a bonus"});
    all.push_back({Method::Post, "/tahun/{year}/bonus", "programme.bonus", screens::page(services, send_unit_form<true>), "Give a bonus"});
    all.push_back({Method::Get, "/tahun/{year}/alokasi", "programme.manage", screens::page(services, show_unit_form<false>), "Allocate to one unit"});
    all.push_back({Method::Post, "/tahun/{year}/alokasi", "programme.manage", screens::page(services, send_unit_form<false>), "Allocate to one unit"});
    all.push_back({Method::Get, "/tahun/{year}/perubahan", "insight.read", screens::page(services, show_changes), "Changes of ceilings"});
    all.push_back({Method::Get, "/perubahan/{id}/batalkan", "programme.manage", screens::page(services, show_undo), "Take back a change of a ceiling"});
    all.push_back({Method::Post, "/perubahan/{id}/batalkan", "programme.manage", screens::page(services, send_undo), "Take back a change of a ceiling"});
}

} // namespace rtkeren::programme
