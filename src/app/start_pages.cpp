#include "app/start_pages.hpp"

#include "app/pages.hpp"
#include "identity/identity.hpp"
#include "language/language.hpp"
#include "ledger/ledger.hpp"
#include "payout/opening.hpp"
#include "payout/payout.hpp"
#include "programme/programme.hpp"
#include "rules/store.hpp"
#include "territory/register.hpp"
#include "territory/territory.hpp"

#include <algorithm>

namespace rtkeren::app {

namespace {

using territory::Level;

constexpr std::array city_offices {std::string_view("tapem"), std::string_view("bkd")};
constexpr std::array kelurahan_offices {std::string_view("lurah"), std::string_view("sekkel"), std::string_view("pptk"), std::string_view("bendahara_kelurahan")};

/// What a step has of what it needs.
struct Progress {
    std::int64_t have {0}, need {0};
    [[nodiscard]] bool is_done() const { return need > 0 && have >= need; }
};

struct Counted {
    Progress letterhead, offices, rts, officers, people, pokmas, pack, dpa, year;
    int programme_year {0};
    bool is_designed {false};
    bool has_opening {false};

    [[nodiscard]] std::vector<Progress> all() const { return {letterhead, offices, rts, officers, people, pokmas, pack, dpa, year}; }
    [[nodiscard]] std::int64_t done() const { return std::ranges::count_if(all(), [](Progress const& step) { return step.is_done(); }); }
};

/// Persons in an office of the city; the first officer of Bagian Pemerintahan needs a second one for every release.
Result<Progress> city_officers(db::ReadTx& tx, Services& services, std::string const& place)
{
    Progress progress {.need = 3};
    for (auto const role : city_offices) {
        auto const found = TRY(identity::holders(tx, services.city, role, place, services.today()));
        progress.have += std::min<std::int64_t>(std::int64_t(found.size()), role == "tapem" ? 2 : 1);
    }
    return progress;
}

Result<Progress> kelurahan_officers(db::ReadTx& tx, Services& services, std::vector<territory::Region> const& kelurahan)
{
    Progress progress {.need = std::int64_t(kelurahan.size() * kelurahan_offices.size())};
    for (auto const& region : kelurahan)
        for (auto const role : kelurahan_offices) {
            auto const found = TRY(identity::holders(tx, services.city, role, region.code, services.today()));
            progress.have += found.empty() ? 0 : 1;
        }
    return progress;
}

Result<Progress> heads_of_rt(db::ReadTx& tx, Services& services, std::vector<territory::Region> const& rts)
{
    Progress progress {.need = std::int64_t(rts.size())};
    for (auto const& rt : rts) {
        auto const found = TRY(identity::holders(tx, services.city, "ketua_rt", rt.code, services.today()));
        progress.have += found.empty() ? 0 : 1;
    }
    return progress;
}

/// RW that an active pokmas with a verified account serves.
Result<Progress> served_rws(db::ReadTx& tx, Services& services)
{
    auto const rws = TRY(territory::regions(tx, services.city, Level::Rw, "", services.today()));
    auto const groups = TRY(payout::pokmas_below(tx, services.city, ""));
    Progress progress {.need = std::int64_t(rws.size())};
    for (auto const& group : groups)
        if (group.state == "active" && group.account_verified)
            progress.have += std::int64_t(group.rws.size());
    return progress;
}

Result<Progress> kelurahan_with_dpa(db::ReadTx& tx, Services& services, int year, std::vector<territory::Region> const& kelurahan)
{
    Progress progress {.need = std::int64_t(kelurahan.size())};
    auto const pack = rules::released(tx, services.city, year);
    if (!pack.ok())
        return progress;
    for (auto const& region : kelurahan) {
        bool has_all = true;
        for (auto const& envelope : (*pack)->envelopes) {
            auto const dpa = TRY(ledger::dpa(tx, services.city, year, region.code, envelope.key));
            has_all = has_all && !dpa.limit.is_zero();
        }
        progress.have += has_all ? 1 : 0;
    }
    return progress;
}

/// The year that is being prepared: the newest of the years and packs, else this one.
Result<int> year_in_hand(db::ReadTx& tx, Services& services)
{
    auto const years = TRY(programme::years(tx, services.city));
    auto const packs = TRY(rules::stored_packs(tx, services.city));
    int year = 0;
    if (!years.empty())
        year = years.front().year;
    if (!packs.empty())
        year = std::max(year, packs.front().year);
    return year == 0 ? services.today().year() : year;
}

Result<Counted> count(db::ReadTx& tx, Services& services)
{
    auto const city = TRY(territory::city(tx, services.city));
    auto const kelurahan = TRY(territory::regions(tx, services.city, Level::Kelurahan, "", services.today()));
    auto const rts = TRY(territory::regions(tx, services.city, Level::Rt, "", services.today()));
    Counted counted;
    counted.programme_year = TRY(year_in_hand(tx, services));
    counted.letterhead = {city.letterhead.empty() ? 0 : 1, 1};
    counted.offices = TRY(city_officers(tx, services, city.code));
    std::int64_t own = std::ranges::count_if(rts, [](territory::Region const& rt) { return !rt.example; });
    counted.rts = {own, std::max<std::int64_t>(1, std::int64_t(rts.size()))};
    counted.officers = TRY(kelurahan_officers(tx, services, kelurahan));
    counted.people = TRY(heads_of_rt(tx, services, rts));
    counted.pokmas = TRY(served_rws(tx, services));
    auto const version = TRY(rules::version_in_force(tx, services.city, counted.programme_year));
    counted.pack = {version > 0 ? 1 : 0, 1};
    counted.dpa = TRY(kelurahan_with_dpa(tx, services, counted.programme_year, kelurahan));
    auto const years = TRY(programme::years(tx, services.city));
    counted.is_designed = std::ranges::find(years, counted.programme_year, &programme::Year::year) != years.end();
    auto const is_open = std::ranges::any_of(years, [&](programme::Year const& year) { return year.year == counted.programme_year && year.status != programme::YearStatus::Draft; });
    counted.year = {is_open ? 1 : 0, 1};
    auto const openings = TRY(payout::openings(tx, services.city));
    counted.has_opening = std::ranges::any_of(openings, [&](payout::Opening const& each) { return each.year == counted.programme_year && each.state == "confirmed"; });
    return counted;
}

/// Where a step is done and by whom; without the permission it is shown and not linked.
struct Way {
    std::string_view permission;
    std::string href, action, who;
    std::string template_href {};
};

StartStep with_way(Actor const& actor, StartStep step, Way way)
{
    step.who = std::move(way.who);
    if (actor.has(way.permission)) {
        step.href = std::move(way.href);
        step.action = std::move(way.action);
        step.template_href = std::move(way.template_href);
    }
    return step;
}

StartStep step_of(Progress const& progress, std::string title, std::string text)
{
    auto state = progress.is_done() ? tr("selesai")
        : progress.need > 1         ? tr("{have} dari {need}", {{"have", format_number(progress.have)}, {"need", format_number(progress.need)}})
                                    : tr("belum");
    return {.title = std::move(title), .text = std::move(text), .state = std::move(state), .tone = progress.is_done() ? "ok" : progress.have > 0 ? "warn" : "info", .href = {},
        .action = {}};
}

/// A step that a city may leave out: it never holds up the others.
StartStep extra_step(std::string state, std::string title, std::string text)
{
    return {.title = std::move(title), .text = std::move(text), .state = std::move(state), .tone = "info", .href = {}, .action = {}};
}

std::vector<StartStep> steps_for_people(Actor const& actor, Counted const& counted)
{
    auto const of_tapem = tr("Oleh Bagian Pemerintahan");
    return {
        with_way(actor, step_of(counted.letterhead, tr("Kop surat"), tr("Nama pemerintah dan alamat di atas setiap dokumen.")),
            {"territory.letterhead", "/mulai/kop", tr("Isi kop surat"), tr("Oleh administrator atau Bagian Pemerintahan")}),
        with_way(actor,
            step_of(counted.offices, tr("Kantor kota"), tr("Dua orang Bagian Pemerintahan, supaya yang satu memeriksa yang lain, dan BKD untuk SP2D. Beri NIP, jabatan, lalu slip.")),
            {"identity.users", "/pengguna/baru", tr("Tambah orang"), tr("Administrator mengangkat orang pertama Bagian Pemerintahan; orang itu mengangkat yang lain")}),
        with_way(actor, step_of(counted.rts, tr("Wilayah"), tr("Daftar RW dan RT kota sendiri, dengan tanggal berlakunya.")),
            {"territory.manage", "/wilayah/impor", tr("Impor RT"), of_tapem, "/wilayah/impor/contoh"}),
        with_way(actor, step_of(counted.officers, tr("Kantor kelurahan"), tr("Lurah, sekretaris, PPTK dan bendahara di tiap kelurahan: empat orang yang berbeda, sekaligus dari satu daftar dengan NIP.")),
            {"programme.manage", "/pengguna/impor", tr("Impor orang"), of_tapem, "/pengguna/impor/contoh"}),
        with_way(actor, step_of(counted.people, tr("Ketua RT"), tr("Seorang ketua untuk tiap RT, sekaligus dari satu daftar; slip kode sekali pakai dicetak.")),
            {"payout.manage", "/pengguna/impor", tr("Impor orang"), tr("Oleh sekretaris kelurahan; lurah mengonfirmasi"), "/pengguna/impor/contoh"}),
        with_way(actor, step_of(counted.pokmas, tr("Pokmas dan rekening"), tr("Tiap RW dilayani pokmas yang aktif, dengan SK dan rekening yang sudah diperiksa.")),
            {"payout.manage", "/pokmas/impor", tr("Impor pokmas"), tr("Oleh sekretaris kelurahan; bendahara kelurahan memeriksa rekeningnya"), "/pokmas/impor/contoh"}),
    };
}

std::vector<StartStep> steps_for_year(Actor const& actor, Counted const& counted)
{
    auto const year = std::to_string(counted.programme_year);
    auto const of_tapem = tr("Oleh Bagian Pemerintahan");
    return {
        with_way(actor, step_of(counted.pack, tr("Aturan {year}", {{"year", year}}), tr("Paket aturan dimuat satu orang dan dirilis orang lain.")),
            {"rules.load", "/aturan", tr("Buka aturan"), tr("Oleh dua orang Bagian Pemerintahan")}),
        with_way(actor, extra_step(tr("bila ada"), tr("Hari libur"), tr("Tenggat dalam hari kerja melewati hari libur dan cuti bersama.")),
            {"workflow.holidays", "/kalender/impor", tr("Impor hari libur"), of_tapem, "/kalender/impor/contoh"}),
        with_way(actor, extra_step(tr("bila ada"), tr("Harga acuan"), tr("Harga standar kota, pembanding harga di RAB.")),
            {"planning.prices", "/harga/impor", tr("Impor harga"), tr("Oleh Bagian Pemerintahan atau dinas"), "/harga/impor/contoh"}),
        with_way(actor, step_of(counted.dpa, tr("DPA {year}", {{"year", year}}), tr("Batas anggaran tiap kelurahan dan kantong.")),
            {"programme.dpa", counted.is_designed ? "/tahun/" + year + "/dpa" : std::string("/tahun"), counted.is_designed ? tr("Catat DPA") : tr("Rancang tahunnya dulu"),
                tr("Oleh Bagian Pemerintahan atau BKD, sesudah tahunnya dirancang")}),
        with_way(actor, step_of(counted.year, tr("Tahun {year}", {{"year", year}}), tr("Dirancang satu orang, dibuka orang lain. Yang mulai di tengah tahun memilih “Mulai di tengah tahun”.")),
            {"programme.manage", "/tahun", tr("Buka tahun"), tr("Oleh dua orang Bagian Pemerintahan")}),
        with_way(actor,
            extra_step(counted.has_opening ? tr("selesai") : tr("bila mulai di tengah tahun"), tr("Saldo awal"),
                tr("Keadaan tiap kantong dan pokmas pada satu tanggal: RAB, kontrak, uang yang cair dan belanjanya ikut masuk.")),
            {"payout.opening", "/saldo-awal", tr("Saldo awal"), tr("Satu orang mengunggah, orang lain membukukan"), "/saldo-awal/impor/contoh"}),
    };
}

Result<http::Response> show_start(Services& services, http::Exchange& exchange)
{
    auto const counted = TRY(db::read(services.db, [&](db::ReadTx& tx) { return count(tx, services); }));
    StartPage page {.frame = screens::frame(services, exchange, tr("Mulai"), {{"", tr("Mulai")}})};
    page.steps = steps_for_people(exchange.actor(), counted);
    for (auto& step : steps_for_year(exchange.actor(), counted))
        page.steps.push_back(std::move(step));
    page.example = services.example;
    page.done = tr("{done} dari {all} langkah selesai", {{"done", std::to_string(counted.done())}, {"all", std::to_string(counted.all().size())}});
    return screens::show(page);
}

Result<http::Response> show_register(Services& services, http::Exchange& exchange)
{
    std::optional<http::Response> file;
    RegisterPage page;
    auto const read = db::read(services.db, [&](db::ReadTx& tx) -> Result<void> {
        auto list = TRY(screens::list(services, exchange, territory::register_spec(),
            [&](tables::ListRequest const& request) { return territory::register_table(tx, services, request); }));
        file = std::move(list.file);
        page.table = std::move(list.html);
        return Done {};
    });
    TRY(read);
    if (file)
        return std::move(*file);
    page.frame = screens::frame(services, exchange, tr("Wilayah"), {{"", tr("Wilayah")}});
    page.may_import = exchange.actor().has("territory.manage");
    return screens::show(page);
}

http::Response letterhead_page(Services& services, http::Exchange const& exchange, html::FormState form)
{
    return screens::show(LetterheadPage {screens::frame(services, exchange, tr("Kop surat"), {{"/mulai", tr("Mulai")}, {"", tr("Kop surat")}}), std::move(form)});
}

Result<http::Response> show_letterhead(Services& services, http::Exchange& exchange)
{
    auto const city = TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::city(tx, services.city); }));
    auto form = screens::fresh_form(services);
    form.set("name", city.name);
    form.set("letterhead", city.letterhead);
    return letterhead_page(services, exchange, std::move(form));
}

Result<http::Response> save_letterhead(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "territory.set_letterhead", {},
        [&](html::FormState const& form, Error const&) -> Result<http::Response> { return letterhead_page(services, exchange, form); });
}

} // namespace

std::vector<http::Route> start_routes(Services& services)
{
    using enum http::Method;
    using screens::page;
    return {
        {Get, "/mulai", "territory.letterhead", page(services, show_start), "What a new city has to do until its first year runs"},
        {Get, "/wilayah", "insight.read", page(services, show_register), "Kelurahan, RW and RT with the days they existed"},
        {Get, "/mulai/kop", "territory.letterhead", page(services, show_letterhead), "The head of the city's papers"},
        {Post, "/mulai/kop", "territory.letterhead", page(services, save_letterhead), "Change the head of the city's papers"},
    };
}

std::vector<screens::NavEntry> start_navigation()
{
    return {{"territory.letterhead", "/mulai", TR_NOOP("Mulai"), "list-check", 95, screens::NavPart::Office}, {"territory.manage", "/wilayah", TR_NOOP("Wilayah"), "building-community", 94, screens::NavPart::Office}};
}

} // namespace rtkeren::app
