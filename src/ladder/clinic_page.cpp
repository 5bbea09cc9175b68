#include "ladder/board_choices.hpp"
#include "ladder/kept_picture.hpp"
#include "ladder/pages_room.hpp"

#include "ladder/sql.hpp"
#include "tables/render.hpp"
#include "training/training.hpp"

#include <algorithm>

/// Which course or clinic would unblock most products for the money, with its arithmetic line by line.
namespace rtkeren::ladder {
namespace {

using tables::Kind;

struct ClinicGround {
    Scope scope;
    std::shared_ptr<Picture const> picture;
    std::vector<Blocked> blocked;
    std::vector<Clinic> clinics;
    db::Rows links, topics;
};

Result<ClinicGround> clinic_ground(Services& services, http::Exchange const& exchange)
{
    return db::read(services.db, [&](db::ReadTx& tx) -> Result<ClinicGround> {
        ClinicGround ground;
        ground.scope = TRY(scope_of(tx, services, exchange.actor(), exchange.request.query_value("kelurahan")));
        ground.picture = TRY(kept_picture(tx, services, ground.scope.places));
        ground.blocked = blocked_of(*ground.picture);
        auto const costs = TRY(seat_costs(tx, services));
        auto const shares = TRY(successes(tx, services));
        ground.clinics = clinics_of(ground.blocked, costs, shares);
        ground.links = TRY(tx.run(sql::clinic_costs, services.city));
        ground.topics = TRY(tx.run(sql::topics, services.city));
        return ground;
    });
}

std::string cost_words(SeatCost const& cost)
{
    switch (cost.source) {
    case CostSource::Spent:
        return tr("{cost} per kursi: {spent} dibelanjakan untuk {seats:n} peserta yang selesai di {topic}, sampai {day:date}",
            {{"cost", format_rupiah(*cost.per_seat)}, {"spent", format_rupiah(cost.spent)}, {"seats", std::to_string(cost.seats)}, {"topic", cost.said},
                {"day", cost.as_of ? cost.as_of->iso() : ""}});
    case CostSource::Topic: return tr("{cost} per kursi: biaya lazim topik {topic}; belum ada kursusnya yang selesai dibelanjakan", {{"cost", format_rupiah(*cost.per_seat)}, {"topic", cost.said}});
    case CostSource::Pack: return tr("{cost} per kursi: usulan, belum pernah dibelanjakan ({basis})", {{"cost", format_rupiah(*cost.per_seat)}, {"basis", cost.said}});
    case CostSource::Unknown: return tr("Biaya per kursi belum diketahui. Tautkan topik pelatihannya, atau isi angkanya di pedoman tahun ini.");
    }
    return {};
}

std::int64_t at_desks(Picture const& picture, std::string_view step)
{
    return std::ranges::count_if(picture.products, [&](Waiting const& each) { return each.now() && each.now()->step == step && each.now()->whose != "pemilik"; });
}

/// "14,8"
std::string tenths_words(std::int64_t tenths)
{
    auto text = format_number(tenths / 10);
    if (auto const rest = tenths % 10; rest != 0)
        text += std::string(language::current() == Language::English ? "." : ",") + char('0' + rest);
    return text;
}

std::string share_words(Success const& success) { return language::fill("{share:bp}", {{"share", std::to_string(success.share_bp)}}); }

/// How many of the seats succeed, and how that is known.
std::string success_words(Success const& success)
{
    Arguments const values {{"share", share_words(success)}, {"proven", std::to_string(success.proven)}, {"seats", std::to_string(success.seats)}, {"days", std::to_string(success_days)},
        {"said", success.said}, {"least", std::to_string(fewest_seats)}};
    switch (success.source) {
    case SuccessSource::Measured:
        return tr("Berhasil {share}: {proven:n} dari {seats:n} peserta {said} yang belum punya izinnya, terbukti dalam {days:n} hari sesudah kursus selesai.", values);
    case SuccessSource::Assumed:
        return tr("Berhasil {share}: anggapan, bukan hasil ({said}). Baru {seats:n} peserta yang bisa dihitung; anggapan diganti hasil mulai {least:n} peserta.", values);
    case SuccessSource::Unknown:
        return tr("Berapa kursi yang berhasil belum diketahui: baru {seats:n} peserta yang bisa dihitung, dan pedoman tahun ini tidak punya anggapannya.", values);
    }
    return {};
}

/// "37 produk milik 30 orang. 30 × Rp150.000 = Rp4.500.000. 37 × 40 % = 14,8 produk. Rp4.500.000 ÷ 14,8 = Rp304.054 per produk."
std::string arithmetic_of(Clinic const& clinic)
{
    auto words = trn("{n} produk hanya kurang langkah ini, milik {seats:n} orang.", "{n} produk hanya kurang langkah ini, milik {seats:n} orang.", clinic.only, {{"seats", std::to_string(clinic.seats)}});
    auto const expected = tenths_words(clinic.expected_tenths.value_or(0));
    if (clinic.total)
        words += " " + tr("{seats:n} × {cost} = {total}.", {{"seats", std::to_string(clinic.seats)}, {"cost", format_rupiah(*clinic.cost.per_seat)}, {"total", format_rupiah(*clinic.total)}});
    if (clinic.expected_tenths)
        words += " " + tr("{products:n} × {share} = {expected} produk yang diharapkan terbuka.", {{"products", std::to_string(clinic.only)}, {"share", share_words(clinic.success)}, {"expected", expected}});
    if (clinic.per_product)
        words += " " + tr("{total} ÷ {expected} = {each} per produk.", {{"total", format_rupiah(*clinic.total)}, {"expected", expected}, {"each", format_rupiah(*clinic.per_product)}});
    return words;
}

SumLine sum_line(Clinic const& clinic, ClinicGround const& ground)
{
    SumLine line {.title = step_name(clinic.step), .arithmetic = arithmetic_of(clinic), .cost = cost_words(clinic.cost), .success = success_words(clinic.success)};
    if (clinic.cost.source == CostSource::Spent)
        line.cost_href = "/penghalang/klinik/" + clinic.step;
    if (clinic.next > 0)
        line.next = trn("{n} produk lagi menunggu langkah ini tetapi masih kurang yang lain; tidak dihitung.", "{n} produk lagi menunggu langkah ini tetapi masih kurang yang lain; tidak dihitung.", clinic.next);
    auto const lying = at_desks(*ground.picture, clinic.step);
    if (lying > 0)
        line.desk = trn("{n} produk sudah diajukan atau sedang dicek; yang bergerak mejanya, bukan kliniknya.", "{n} produk sudah diajukan atau sedang dicek; yang bergerak mejanya, bukan kliniknya.", lying);
    return line;
}

tables::Cell money_cell(std::optional<Rupiah> const& amount) { return amount ? tables::Cell(*amount) : tables::Cell(); }

tables::Cell share_cell(Success const& success)
{
    return success.source == SuccessSource::Unknown ? tables::Cell() : tables::Cell(BasisPoints {std::int32_t(success.share_bp)});
}

html::Safe clinics_table(ClinicGround const& ground)
{
    tables::Table table;
    table.cards_on_phone = false;
    table.columns = {{.key = "step", .label = TR_NOOP("Klinik untuk")}, {.key = "only", .label = TR_NOOP("Produk"), .kind = Kind::Integer, .total = true},
        {.key = "seats", .label = TR_NOOP("Kursi"), .kind = Kind::Integer, .total = true}, {.key = "seat_cost", .label = TR_NOOP("Biaya per kursi"), .kind = Kind::Rupiah},
        {.key = "source", .label = TR_NOOP("Dari mana")}, {.key = "total", .label = TR_NOOP("Biaya seluruhnya"), .kind = Kind::Rupiah},
        {.key = "share", .label = TR_NOOP("Berhasil"), .kind = Kind::Percent}, {.key = "share_source", .label = TR_NOOP("Dari mana")}, {.key = "expected", .label = TR_NOOP("Diharapkan terbuka")},
        {.key = "per_product", .label = TR_NOOP("Biaya per produk terbuka"), .kind = Kind::Rupiah}};
    table.empty_title = tr("Tidak ada produk yang tertahan oleh pemiliknya");
    for (auto const& clinic : ground.clinics)
        table.add({step_name(clinic.step), tables::Cell(clinic.only).link(list_href({{"langkah", clinic.step}, {"giliran", "pemilik"}, {"kelurahan", ground.scope.kelurahan}})), clinic.seats,
            money_cell(clinic.cost.per_seat), language::word("ladder.source." + std::string(name_of(clinic.cost.source))), money_cell(clinic.total), share_cell(clinic.success),
            language::word("ladder.success." + std::string(name_of(clinic.success.source))), clinic.expected_tenths ? tables::Cell(tenths_words(*clinic.expected_tenths)) : tables::Cell(),
            money_cell(clinic.per_product)});
    return tables::write_html(table);
}

html::Safe bought_table(std::vector<Bought> const& rows, bool with_total)
{
    tables::Table table;
    table.cards_on_phone = false;
    table.columns = {{.key = "step", .label = TR_NOOP("Klinik untuk")}, {.key = "seats", .label = TR_NOOP("Kursi"), .kind = Kind::Integer, .total = with_total},
        {.key = "products", .label = TR_NOOP("Produk"), .kind = Kind::Integer, .total = with_total}, {.key = "expected", .label = TR_NOOP("Diharapkan terbuka")}, {.key = "cost", .label = TR_NOOP("Biaya"), .kind = Kind::Rupiah, .total = with_total}};
    for (auto const& row : rows)
        table.add({step_name(row.step), row.seats, row.products, tenths_words(row.expected_tenths()), row.cost});
    return tables::write_html(table);
}

void add_what_if(ClinicPage& page, ClinicGround const& ground, std::string const& typed)
{
    page.form.set("uang", typed);
    if (typed.empty())
        return;
    auto const money = parse_rupiah(typed);
    if (!money.ok()) {
        page.form.errors.emplace_back("uang", language::word(money.error()));
        return;
    }
    auto const answer = what_if(*money, ground.blocked, ground.clinics);
    page.asked = true;
    page.money = format_rupiah(*money);
    page.alone = bought_table(answer.alone, false);
    page.mixed = bought_table(answer.mixed, true);
    page.mixed_sum = trn("Dengan {money}: {expected} dari {n} produk diharapkan terbuka lewat {seats:n} kursi, terpakai {cost}, sisa {left}.",
        "Dengan {money}: {expected} dari {n} produk diharapkan terbuka lewat {seats:n} kursi, terpakai {cost}, sisa {left}.", answer.mixed_sum.products,
        {{"money", page.money}, {"expected", tenths_words(answer.mixed_sum.expected_tenths())}, {"seats", std::to_string(answer.mixed_sum.seats)}, {"cost", format_rupiah(answer.mixed_sum.cost)}, {"left", format_rupiah(*money - answer.mixed_sum.cost)}});
}

void add_links(ClinicPage& page, Actor const& actor, ClinicGround const& ground)
{
    page.may_link = actor.has("ladder.clinic");
    for (auto const& row : ground.links)
        page.links.push_back({row.text(0), step_name(row.text(0)), row.text(1), row.text(2)});
    page.steps = options_of(step_choices());
    for (auto const& row : ground.topics)
        page.topics.push_back({row.text(0), row.text(1)});
}

Result<http::Response> show_clinics(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto const ground = TRY(clinic_ground(services, exchange));
    ClinicPage page;
    page.frame = screens::frame(services, exchange, tr("Klinik dan kursus"), {{"/penghalang", tr("Penghalang")}, {"", tr("Klinik dan kursus")}});
    page.form = std::move(form);
    page.form.set("kelurahan", ground.scope.kelurahan);
    page.kelurahan = options_of(ground.scope.choices);
    page.as_of = date_words(services.today());
    page.lead = trn("{n} produk menunggu langkah pemiliknya per {day:date}.", "{n} produk menunggu langkah pemiliknya per {day:date}.", std::int64_t(ground.blocked.size()),
        {{"day", services.today().iso()}});
    page.table = clinics_table(ground);
    for (auto const& clinic : ground.clinics)
        page.sums.push_back(sum_line(clinic, ground));
    add_what_if(page, ground, exchange.request.query_value("uang"));
    add_links(page, exchange.actor(), ground);
    page.caveats = {tr("Seorang pemilik dengan beberapa produk duduk satu kali."), tr("Tidak setiap kursi berhasil: produk dihitung menurut bagian peserta sebelumnya yang izinnya terbukti, atau menurut anggapan yang disebut sebagai anggapan."),
        tr("Yang dihitung hanya produk yang kurang satu izin wajib dan menunggu pemiliknya."), tr("Untuk izin BPOM klinik saja tidak cukup: rumah produksinya diperiksa.")};
    return screens::show(page, page.form.has_errors() ? 422 : 200);
}

Result<http::Response> get_clinics(Services& services, http::Exchange& exchange) { return show_clinics(services, exchange, screens::fresh_form(services)); }

Result<http::Response> post_link(Services& services, http::Exchange& exchange)
{
    auto const operation = exchange.request.path.ends_with("/lepas") ? "ladder.unlink_topic" : "ladder.link_topic";
    return screens::submit(services, exchange, operation, {}, [&](html::FormState const& refused, Error const&) { return show_clinics(services, exchange, refused); });
}

/// The courses whose money makes a seat's cost.
Result<http::Response> get_courses(Services& services, http::Exchange& exchange)
{
    auto const step = exchange.parameter("step");
    if (!is_paper(step))
        return Error::not_found("ladder.step_unknown");
    auto const rows = TRY(db::read(services.db, [&](db::ReadTx& tx) { return tx.run(sql::courses_of_step, services.city, step); }));
    tables::Table table;
    table.columns = {{.key = "title", .label = TR_NOOP("Kursus")}, {.key = "ends_on", .label = TR_NOOP("Selesai"), .kind = Kind::Date},
        {.key = "seats", .label = TR_NOOP("Peserta selesai"), .kind = Kind::Integer, .total = true}, {.key = "spent", .label = TR_NOOP("Dibelanjakan"), .kind = Kind::Rupiah, .total = true},
        {.key = "per_seat", .label = TR_NOOP("Per peserta"), .kind = Kind::Rupiah}};
    table.empty_title = tr("Belum ada kursus dari topik yang ditautkan");
    table.notes = {tr("Yang belum dibelanjakan, atau belum punya peserta yang selesai, tidak masuk hitungan biaya per kursi.")};
    for (auto const& row : rows)
        table.add({row.text(1), row.date(2), row.integer(4), row.rupiah(5), money_cell(cost_per_seat(row.rupiah(5), row.integer(4)))}).at(training::href_of(row.id<training::CourseId>(0)));
    auto const title = tr("Biaya klinik {step}", {{"step", step_name(step)}});
    ListPage page {screens::frame(services, exchange, title, {{"/penghalang", tr("Penghalang")}, {"/penghalang/klinik", tr("Klinik dan kursus")}, {"", title}}), title,
        tr("Uang yang dibelanjakan dibagi peserta yang selesai."), tables::write_html(table)};
    return screens::show(page);
}

} // namespace

std::vector<http::Route> clinic_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/penghalang/klinik", "enterprise.read", screens::page(services, get_clinics), "Which clinic unblocks most products for the money"},
        {Get, "/penghalang/klinik/{step}", "enterprise.read", screens::page(services, get_courses), "The courses whose money makes a clinic's cost"},
        {Post, "/penghalang/klinik", "ladder.clinic", screens::page(services, post_link), "Say that a topic is the clinic for a step"},
        {Post, "/penghalang/klinik/lepas", "ladder.clinic", screens::page(services, post_link), "Say that a topic is no clinic for a step"}};
}

} // namespace rtkeren::ladder
