#include "ladder/pages_room.hpp"
#include "ladder/vector.hpp"

#include "enterprise/numbers.hpp"
#include "enterprise/pages_room.hpp"
#include "enterprise/product_parts.hpp"
#include "turnover/turnover.hpp"

#include <algorithm>

/// "Naik kelas" of one business: every dimension with its dates and proofs, never added up.
namespace rtkeren::ladder {
namespace {

using enterprise::StepState;

std::string_view tone_of(StepState state)
{
    switch (state) {
    case StepState::Done: return "ok";
    case StepState::Wrong: return "no";
    case StepState::Missing: return "warn";
    case StepState::Checking:
    case StepState::Applied:
    case StepState::NotNeeded: return "info";
    }
    return {};
}

std::string proof_href(enterprise::BusinessId business, std::string const& file) { return file.empty() ? std::string {} : enterprise::href_of(business) + "/berkas/" + file; }

std::string word_words(Word const& word)
{
    auto text = word.number.empty() ? std::string {} : tr("Berkas {number}.", {{"number", word.number}}) + " ";
    if (word.expected_until)
        text += tr("Diharapkan selesai {day:date}.", {{"day", word.expected_until->iso()}}) + " ";
    return text + word.note;
}

/// Who looked a paper up, with what was found.
void add_licence(StepLine& line, Known const& known, Zone zone, enterprise::StandingStep const& step)
{
    auto const licence = std::ranges::find_if(known.licences, [&](enterprise::Licence const& each) { return step.licence && each.id == *step.licence; });
    if (licence == known.licences.end())
        return;
    line.file_href = proof_href(known.business.id, licence->file);
    line.proof_href = proof_href(known.business.id, licence->check_file);
    if (licence->checked_at)
        line.who = tr("Dicek {day:date} oleh {name} di {where}", {{"day", licence->checked_at->date_in(zone).iso()}, {"name", licence->checked_by_name}, {"where", licence->checked_where}});
    else
        line.who = tr("Dicatat {name}, belum dicek", {{"name", licence->entered_by_name}});
}

StepLine paper_line(Services const& services, Actor const& actor, Known const& known, enterprise::ProductStanding const& product, enterprise::StandingStep const& step)
{
    StepLine line {.state = language::word("ladder.state." + std::string(enterprise::name_of(step.state))), .tone = std::string(tone_of(step.state)), .name = step_name(step.step)};
    line.ladder = step.state == StepState::Done ? "done" : step.whose.empty() || !step.since ? "todo" : "now";
    line.icon = step.state == StepState::Done ? "check" : step.state == StepState::Wrong ? "x" : "clock";
    if (step.since)
        line.day = step.state == StepState::Done ? tr("Terbukti {day:date}", {{"day", step.since->iso()}})
                                                 : tr("Giliran {whose} sejak {day:date}, {age}",
                                                       {{"whose", whose_name(step.whose)}, {"day", step.since->iso()}, {"age", days_words(std::max(0, step.since->days_until(services.today())))}});
    add_licence(line, known, services.zone, step);
    if (step.application)
        if (auto const word = known.words.find(step.application->str()); word != known.words.end())
            line.note = word_words(word->second);
    auto const is_open = step.state != StepState::Done && step.state != StepState::NotNeeded;
    if (is_open && may(actor, "ladder.desk", known.business.region))
        line.desk_href = process_href(product.product, step.step);
    return line;
}

std::string count_words(std::optional<std::int64_t> count, std::string const& unit) { return count ? format_number(*count) + " " + unit : tr("belum dicatat"); }

StepLine gtin_line(enterprise::Product const& product)
{
    auto const is_there = !product.gtin.empty();
    return {.state = is_there ? tr("ada") : tr("belum ada"), .tone = is_there ? "ok" : "", .icon = is_there ? "check" : "clock", .ladder = is_there ? "done" : "todo", .name = tr("Kode batang (GTIN)"),
        .day = product.gtin};
}

void add_products(VectorPage& page, Services const& services, Actor const& actor, Known const& known)
{
    for (auto const& standing : known.standings) {
        auto const product = std::ranges::find(known.products, standing.product, &enterprise::Product::id);
        if (product == known.products.end())
            continue;
        auto const waits = enterprise::waits_words(standing.standing);
        ProductCard card {.name = product->name, .href = enterprise::href_of(product->id), .waits = waits.text, .tone = waits.tone};
        for (auto const& step : standing.standing.steps)
            card.steps.push_back(paper_line(services, actor, known, standing, step));
        card.steps.push_back(gtin_line(*product));
        card.facts = {{tr("Tahan"), count_words(product->shelf_days, tr("hari")), {}}, {tr("Sanggup membuat sebulan"), count_words(product->capacity_month, tr("buah")), {}},
            {tr("Label"), enterprise::choice_label("label", product->label_status), {}}};
        page.products.push_back(std::move(card));
    }
}

StepLine registry_line(Known const& known, std::string_view step)
{
    return {.state = tr("menurut data usaha"), .tone = "info", .icon = "clock", .ladder = "now", .name = step_name(step),
        .day = tr("Keadaan per {day:date}, tanpa tanggal mulai dan tanpa bukti", {{"day", known.business.as_of.iso()}})};
}

StepLine step_line(Actor const& actor, Known const& known, Step const& step)
{
    StepLine line {.name = step_name(step.step), .note = step.note};
    auto const is_seen = step.result == "seen", is_refuted = step.result == "not_seen";
    line.state = step.lost_on ? tr("tidak lagi") : is_refuted ? tr("tidak terbukti") : is_seen ? tr("terbukti") : tr("belum dicek");
    line.tone = step.lost_on || is_refuted ? "no" : is_seen ? "ok" : "info";
    line.icon = step.lost_on || is_refuted ? "x" : is_seen ? "check" : "clock";
    line.ladder = step.holds() ? (is_seen ? "done" : "now") : "todo";
    line.day = tr("Sejak {day:date}", {{"day", step.reached_on.iso()}});
    if (step.lost_on)
        line.day += ". " + tr("Berakhir {day:date}: {reason}", {{"day", step.lost_on->iso()}, {"reason", step.lost_reason}});
    line.who = step.checked_at ? tr("Dicek {name} di {where}", {{"name", step.checked_by_name}, {"where", step.checked_where}}) : tr("Dicatat {name}", {{"name", step.entered_by_name}});
    auto const base = "/naik-kelas/langkah/" + step.id.str();
    line.file_href = step.file.empty() ? std::string {} : base + "/bukti";
    line.proof_href = step.check_file.empty() ? std::string {} : base + "/bukti-cek";
    if (step.result.empty() && may_check(actor, {step, known.business}))
        line.check_href = base + "/cek";
    if (may_write(actor, known.business) && !step.lost_on) {
        line.lose_href = is_refuted ? std::string {} : base + "/berakhir";
        line.drop_href = is_seen ? std::string {} : base + "/salah";
    }
    return line;
}

/// Every step of a dimension: the ones with a date, what only the registry says, and what comes next.
DimensionCard card_of(Actor const& actor, Known const& known, Dimension const& dimension)
{
    DimensionCard card {.id = std::string(dimension.code), .title = language::word("ladder.dimension." + std::string(dimension.code))};
    for (auto const step : dimension.steps) {
        bool is_dated = false;
        for (auto const& each : known.steps)
            if (each.step == step) {
                card.steps.push_back(step_line(actor, known, each));
                is_dated = is_dated || each.holds();
            }
        if (!is_dated && registry_says(known.business, step))
            card.steps.push_back(registry_line(known, step));
    }
    auto const reached = reached_in(dimension, known);
    card.lead = reached.step.empty() ? tr("Belum ada langkah yang tercatat.") : tr("Sampai di: {step}.", {{"step", step_name(reached.step)}});
    return card;
}

void add_book(DimensionCard& card, Known const& known, Date today)
{
    auto const book = book_run(known.months, today);
    StepLine line {.name = tr("Buku kas tiga bulan berturut-turut")};
    line.state = !book.since ? tr("belum") : book.holds ? tr("berjalan") : tr("terputus");
    line.tone = !book.since ? "" : book.holds ? "ok" : "no";
    line.icon = !book.since ? "clock" : book.holds ? "check" : "x";
    line.ladder = !book.since ? "todo" : book.holds ? "done" : "todo";
    if (book.since)
        line.day = tr("Tercapai bulan {month}, catatan terakhir bulan {last}", {{"month", *book.since}, {"last", book.last}});
    card.steps.push_back(std::move(line));
}

std::string span_words(Span const& span) { return span.from + " – " + span.until; }

/// Only for who may see the figures: others are not even told whether there are any.
void add_turnover(VectorPage& page, Known const& known, Date today)
{
    page.shows_turnover = known.sees_turnover;
    if (!known.sees_turnover)
        return;
    auto const growth = growth_of(known.months, today);
    if (!growth.is_comparable()) {
        page.turnover_title = tr("Belum dapat dibandingkan");
        page.turnover_text = language::word("ladder.incomparable." + std::string(name_of(growth.why)));
        return;
    }
    page.turnover_title = growth.change_bp > 0 ? tr("Naik") : growth.change_bp < 0 ? tr("Turun") : tr("Tetap");
    page.turnover_text = growth.same_season ? tr("Dibanding bulan yang sama setahun sebelumnya, dengan cara catat yang sama.")
                                            : tr("Dibanding tiga bulan sebelumnya, dengan cara catat yang sama. Musim bisa ikut berpengaruh.");
    page.turnover = {{span_words(growth.now), format_rupiah(growth.now.amount), {}}, {span_words(growth.past), format_rupiah(growth.past.amount), {}},
        {tr("Perubahan"), language::fill("{change:bp}", {{"change", std::to_string(growth.change_bp)}}), {}}, {tr("Cara catat"), enterprise::choice_label("method", enterprise::stored_choice(growth.method)), {}}};
}

std::string back_words(Back const& back)
{
    auto const what = is_paper(back.what) ? enterprise::kind_label(back.what) : back.what == "product" || back.what == "business" || back.what == "kas" ? back.subject : step_name(back.what);
    return language::word("ladder.back." + back.kind, {{"what", what.empty() ? step_name(back.what) : what}, {"on", back.on.iso()}, {"reason", back.reason}});
}

std::string class_words(enterprise::Business const& business)
{
    if (business.size_class.empty())
        return tr("Kelas menurut PP 7/2021 belum diketahui.");
    return tr("Kelas menurut PP 7/2021: {class}, {basis}. Kelas hukum bukan ukuran kemajuan.",
        {{"class", enterprise::choice_label("class", business.size_class)}, {"basis", enterprise::choice_label("basis", business.class_basis)}});
}

VectorPage present(Services const& services, Actor const& actor, Known const& known)
{
    VectorPage page;
    page.name = known.business.name;
    page.href = enterprise::href_of(known.business.id);
    page.class_words = class_words(known.business);
    page.may_write = may_write(actor, known.business) && !known.business.survivor && !known.business.closed_on;
    if (page.may_write)
        page.record_href = vector_href(known.business.id) + "/langkah";
    add_products(page, services, actor, known);
    for (auto const& dimension : dimensions()) {
        page.dimensions.push_back(card_of(actor, known, dimension));
        if (dimension.code == "books")
            add_book(page.dimensions.back(), known, services.today());
    }
    add_turnover(page, known, services.today());
    for (auto const& back : backwards(known, services.today(), services.zone))
        page.back.push_back(back_words(back));
    return page;
}

Result<http::Response> get_vector(Services& services, http::Exchange& exchange)
{
    auto const id = enterprise::BusinessId::parse(exchange.parameter("id"));
    if (!id)
        return Error::not_found("enterprise.no_business");
    auto const& actor = exchange.actor();
    auto const known = TRY(db::read(services.db, [&](db::ReadTx& tx) { return known_of(tx, services, actor, *id); }));
    auto place = TRY(db::read(services.db, [&](db::ReadTx& tx) { return enterprise::place_words(tx, services.city, known.business.region); }));
    if (known.sees_turnover)
        TRY(turnover::note_reading(services, actor, known.business, "naik_kelas"));
    auto page = present(services, actor, known);
    page.place = std::move(place);
    page.frame = screens::frame(services, exchange, tr("Naik kelas: {name}", {{"name", page.name}}), {enterprise::crumb_above(exchange), {page.href, page.name}, {"", tr("Naik kelas")}});
    page.frame.help = tr("Enam hal dilihat sendiri-sendiri. Tidak ada nilai gabungan dan tidak ada peringkat; yang mundur ikut ditulis.");
    return screens::show(page);
}

/// In one look, for the page of the registry; without turnover, which that page does not log.
Result<html::Safe> panel(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = enterprise::BusinessId::parse(subject);
    if (actor == nullptr || !id)
        return html::Safe {};
    auto const known = TRY(known_of(tx, services, *actor, *id));
    VectorPanel part {.href = vector_href(known.business.id)};
    auto const complete = std::ranges::count_if(known.standings, [](enterprise::ProductStanding const& each) { return each.standing.complete(); });
    part.lines.push_back({tr("Izin"), tr("{count:n} dari {all:n} produk lengkap", {{"count", std::to_string(complete)}, {"all", std::to_string(known.standings.size())}}), {}});
    for (auto const& dimension : dimensions()) {
        auto const reached = reached_in(dimension, known);
        part.lines.push_back({language::word("ladder.dimension." + std::string(dimension.code)), reached.step.empty() ? tr("belum tercatat") : step_name(reached.step), {}});
    }
    auto const back = backwards(known, services.today(), services.zone);
    if (!back.empty())
        part.back = back_words(back.front());
    return html::part(part);
}

} // namespace

std::vector<screens::Panel> vector_panels() { return {{"business", 20, panel}}; }

std::vector<http::Route> vector_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/naik-kelas/{id}", "signed_in", screens::page(services, get_vector), "Where a business stands in each dimension"}};
}

} // namespace rtkeren::ladder
