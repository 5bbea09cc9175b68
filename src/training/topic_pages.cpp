#include "training/pages_room.hpp"

#include "enterprise/legality.hpp"
#include "screens/import.hpp"
#include "training/operations.hpp"
#include "training/sql.hpp"

namespace rtkeren::training {
namespace {

enum TopicColumn : std::size_t { TopicFold, TopicCode, TopicName, TopicCategory, TopicKind, TopicHours, TopicCost, TopicStatus, TopicCourses };

std::string category_label(rules::Pack const* pack, std::string const& code)
{
    auto const* item = pack ? pack->menu_item(code) : nullptr;
    return item ? item->label : code;
}

std::string kind_label(std::string const& code)
{
    auto const* kind = enterprise::product_kind(code);
    return kind ? std::string(kind->label) : tr("tidak ada yang dijual");
}

/// The newest year's pack: what the menu calls its trainings; none in a city that has no year yet.
std::shared_ptr<rules::Pack const> current_pack(db::ReadTx& tx, CityId city)
{
    auto const year = programme::year_or_current(tx, city, {});
    if (!year.ok())
        return nullptr;
    auto const pack = rules::released(tx, city, year->year);
    return pack.ok() ? *pack : nullptr;
}

tables::TableSpec topics_spec(rules::Pack const* pack)
{
    using tables::Kind;
    std::vector<tables::Choice> categories;
    if (pack)
        for (auto const& item : pack->menu)
            if (item.training)
                categories.push_back({item.code, item.label});
    return {.path = "/topik-pelatihan",
        .columns = {{.key = "name", .label = TR_NOOP("Topik"), .sort = "name_fold", .width = 28}, {.key = "category", .label = TR_NOOP("Kategori di menu"), .sort = "category", .width = 24},
            {.key = "product_kind", .label = TR_NOOP("Jenis produk peserta"), .sort = "product_kind", .width = 26}, {.key = "hours", .label = TR_NOOP("Jam"), .kind = Kind::Integer, .sort = "hours"},
            {.key = "seat_cost", .label = TR_NOOP("Biaya lazim per peserta"), .kind = Kind::Rupiah, .sort = "seat_cost"},
            {.key = "courses", .label = TR_NOOP("Pelatihan"), .kind = Kind::Integer, .sort = "courses"}, {.key = "status", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "status"}},
        .filters = {{"kategori", TR_NOOP("Kategori di menu"), "category", std::move(categories)},
            {"keadaan", TR_NOOP("Keadaan"), "status", {{"active", tr("Dipakai")}, {"retired", tr("Tidak dipakai lagi")}}}},
        .search = true,
        .default_sort = "name"};
}

Result<tables::Table> topics_table(Services& services, db::ReadTx& tx, rules::Pack const* pack, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(tables::fetch_rows(tx, sql::list_topics, request, spec, services.city));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Topik pelatihan");
    table.zone = services.zone;
    table.filename = "topik-pelatihan";
    table.empty_title = tr("Di sini nanti topik yang boleh direncanakan");
    table.empty_text = tr("Pakai topik bawaan, impor daftar, atau catat satu.");
    for (auto const& row : page.rows) {
        auto const is_active = row.text(TopicStatus) == "active";
        table
            .add({row.text(TopicName), category_label(pack, row.text(TopicCategory)), kind_label(row.text(TopicKind)), row.integer(TopicHours),
                row.is_null(TopicCost) ? tables::Cell() : tables::Cell(row.rupiah(TopicCost)), row.integer(TopicCourses),
                tables::Cell(is_active ? tr("Dipakai") : tr("Tidak dipakai lagi")).tone(is_active ? tables::Tone::Ok : tables::Tone::No)})
            .at("/topik-pelatihan/" + row.text(TopicCode))
            .named(row.text(TopicCode));
    }
    return table;
}

Result<http::Response> get_topics(Services& services, http::Exchange& exchange)
{
    auto const pack = TRY(db::read(services.db, [&](db::ReadTx& tx) -> Result<std::shared_ptr<rules::Pack const>> { return current_pack(tx, services.city); }));
    auto const spec = topics_spec(pack.get());
    auto const fetch = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return topics_table(services, tx, pack.get(), spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    return screens::show(TopicListPage {screens::frame(services, exchange, tr("Topik pelatihan")), std::move(answer.html), services.env.ulid().str(),
        may(exchange.actor(), "training.topics", "")});
}

Result<http::Response> post_take(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "training.take_topics", {}, [&](html::FormState const&, Error const& error) -> Result<http::Response> { return error; });
}

Result<TopicPage> read_topic(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const found = TRY(topic(tx, services.city, exchange.parameter("code")));
    auto const pack = current_pack(tx, services.city);
    TopicPage page {.frame = screens::frame(services, exchange, found.name, {{"/topik-pelatihan", tr("Topik pelatihan")}, {"", found.name}})};
    page.name = found.name;
    page.base = "/topik-pelatihan/" + found.code;
    page.retired = found.retired;
    page.state = found.retired ? tr("Tidak dipakai lagi") : tr("Dipakai");
    page.may_change = may(exchange.actor(), "training.topics", "");
    page.step_label = found.retired ? tr("Pakai lagi") : tr("Jangan pakai lagi");
    page.step_action = page.base + (found.retired ? "/pakai" : "/pensiun");
    page.facts = {{tr("Kode"), found.code}, {tr("Kategori di menu"), category_label(pack.get(), found.category)}, {tr("Jenis produk peserta"), kind_label(found.product_kind)},
        {tr("Jam seluruhnya"), std::to_string(found.hours)}, {tr("Biaya lazim per peserta"), money_or_dash(found.seat_cost)}, {tr("Dari mana biaya itu"), found.cost_note.empty() ? "–" : found.cost_note}};
    page.curriculum = curriculum_lines(found.curriculum);
    page.path = path_view(legal_path(found.product_kind, services.today()));
    page.earlier = TRY(earlier_lines(tx, services.city, found.code));
    page.panels = TRY(screens::panels_of("topic", services, tx, &exchange.actor(), found.code));
    return page;
}

Result<http::Response> show_topic(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_topic(tx, services, exchange); }));
    page.form = std::move(form);
    return screens::show(page);
}

Result<http::Response> get_topic(Services& services, http::Exchange& exchange) { return show_topic(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_topic_step(Services& services, http::Exchange& exchange)
{
    auto const operation = exchange.request.path.ends_with("/pakai") ? "training.restore_topic" : "training.retire_topic";
    boost::json::object const extra {{"code", exchange.parameter("code")}};
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_topic(services, exchange, refused); });
}

Result<http::Response> show_topic_form(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const is_new = exchange.request.path == "/topik-pelatihan/baru";
    auto const title = is_new ? tr("Topik baru") : tr("Ubah topik");
    TopicFormPage page {screens::frame(services, exchange, title, {{"/topik-pelatihan", tr("Topik pelatihan")}, {"", title}}), std::move(form), title, exchange.request.path, "/topik-pelatihan", is_new};
    auto const pack = TRY(db::read(services.db, [&](db::ReadTx& tx) -> Result<std::shared_ptr<rules::Pack const>> { return current_pack(tx, services.city); }));
    if (pack)
        for (auto const& item : pack->menu)
            if (item.training)
                page.categories.push_back({item.code, item.label});
    for (auto const& kind : enterprise::product_kinds())
        page.kinds.push_back({std::string(kind.code), std::string(kind.label)});
    return screens::show(page);
}

Result<http::Response> get_topic_form(Services& services, http::Exchange& exchange)
{
    auto form = screens::fresh_form(services);
    if (exchange.request.path == "/topik-pelatihan/baru")
        return show_topic_form(services, exchange, std::move(form));
    auto const found = TRY(db::read(services.db, [&](db::ReadTx& tx) { return topic(tx, services.city, exchange.parameter("code")); }));
    form.set("version", std::to_string(found.version));
    form.set("name", found.name);
    form.set("category", found.category);
    form.set("product_kind", found.product_kind);
    form.set("curriculum", found.curriculum);
    form.set("hours", std::to_string(found.hours));
    if (found.seat_cost)
        form.set("seat_cost", format_number(found.seat_cost->value()));
    form.set("cost_note", found.cost_note);
    return show_topic_form(services, exchange, std::move(form));
}

Result<http::Response> post_topic_form(Services& services, http::Exchange& exchange)
{
    boost::json::object extra;
    if (exchange.request.path == "/topik-pelatihan/baru")
        extra["version"] = 0;
    else
        extra["code"] = exchange.parameter("code");
    return screens::submit(services, exchange, "training.save_topic", extra, [&](html::FormState const& refused, Error const&) { return show_topic_form(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> topic_routes(Services& services)
{
    using enum http::Method;
    std::vector<http::Route> all {{Get, "/topik-pelatihan", "training.read", screens::page(services, get_topics), "What courses teach"},
        {Post, "/topik-pelatihan/bawaan", "training.topics", screens::page(services, post_take), "Take the topics that come with the program"},
        {Get, "/topik-pelatihan/baru", "training.topics", screens::page(services, get_topic_form), "Form of a topic"},
        {Post, "/topik-pelatihan/baru", "training.topics", screens::page(services, post_topic_form), "Record a topic"},
        {Get, "/topik-pelatihan/{code}", "training.read", screens::page(services, get_topic), "A topic with its way to the shelf"},
        {Get, "/topik-pelatihan/{code}/ubah", "training.topics", screens::page(services, get_topic_form), "Form of changes to a topic"},
        {Post, "/topik-pelatihan/{code}/ubah", "training.topics", screens::page(services, post_topic_form), "Change a topic"},
        {Post, "/topik-pelatihan/{code}/pensiun", "training.topics", screens::page(services, post_topic_step), "Plan a topic no more"},
        {Post, "/topik-pelatihan/{code}/pakai", "training.topics", screens::page(services, post_topic_step), "Plan a topic again"}};
    for (auto& route : screens::import_routes(services, topic_sheet()))
        all.push_back(std::move(route));
    return all;
}

} // namespace rtkeren::training
