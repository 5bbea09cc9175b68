#include "base/text.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::simulation {

namespace {

/// A paper that an owner got and brought: when, with which number, and how it is doubted.
struct Paper {
    Enterprise* enterprise;
    std::string kind, number, reason;
    Date issued, entered;
    std::optional<Date> valid_until {};
    bool is_wrong {false};
};

constexpr int slips_percent = 5;

std::string digits(Random& random, int how_many)
{
    std::string text;
    while (how_many-- > 0)
        text += static_cast<char>('0' + random.below(10));
    return text;
}

std::string nib(Random& random, Date issued)
{
    auto const by_risk = issued >= Date::of(2021, 8, 4).value();
    return by_risk ? fmt::format("{:02}{:02}{:02}{:07}", issued.day(), issued.month(), issued.year() % 100, random.between(100'000, 9'999'999)) : "9120" + digits(random, 9);
}

std::string number_of(Market& market, Enterprise const& enterprise, std::string_view kind, Date issued)
{
    auto& random = market.random;
    if (kind == "nib")
        return nib(random, issued);
    if (kind == "pkp")
        return fmt::format("PKP/{}/35.72/{} (contoh)", random.between(10, 990), issued.year());
    if (kind == "pirt")
        return fmt::format("P-IRT {}{}357201{:04}-{:02}", enterprise.trade->food_code == "11" ? 1 : 2, enterprise.trade->food_code, random.between(1, 4000), (issued.year() + 5) % 100);
    if (kind == "halal")
        return fmt::format("ID3511{}{:02}{:02}", digits(random, 9), issued.month(), issued.year() % 100);
    if (kind == "merek")
        return random.chance(60) ? "IDM00" + digits(random, 7) : fmt::format("DID{}{}", issued.year(), digits(random, 6));
    CHECK(kind == "npwp");
    return market.owners[enterprise.owner].nik;
}

/// What a slip of the pen or a mix-up makes of it: a digit lost, the hyphen forgotten, a letter of the laboratory, the form of before 2012.
void spoil(Market& market, Paper& paper)
{
    if (!market.random.chance(slips_percent) || paper.kind == "npwp" || paper.kind == "pkp")
        return;
    paper.is_wrong = true;
    if (paper.kind == "pirt" && market.random.chance(50)) {
        std::erase(paper.number, '-');
        paper.number.erase(0, 1 + std::string_view("IRT ").size());
        paper.reason = "Tertulis tanpa tanda hubung di sertifikat (contoh)";
        paper.is_wrong = false;
        return;
    }
    if (paper.kind == "halal" && market.random.chance(40)) {
        paper.number = fmt::format("LPPOM-{}", digits(market.random, 8));
        paper.reason = "Surat uji laboratorium yang ditunjukkan pemilik (contoh)";
        return;
    }
    paper.number.pop_back();
    paper.reason = "Nomor disalin dari foto yang buram (contoh)";
}

/// A P-IRT that ends within the year wants a word.
void explain(Paper& paper)
{
    auto const is_ending = paper.kind == "pirt" && paper.valid_until && paper.valid_until->year() == paper.entered.year() && *paper.valid_until >= paper.entered;
    if (is_ending && paper.reason.empty())
        paper.reason = "Masih berlaku; perpanjangan sedang diurus (contoh)";
}

bool has(Enterprise const& enterprise, std::string_view kind) { return std::ranges::find(enterprise.papers, kind) != enterprise.papers.end(); }

/// The next step of a way, some weeks after the last; nothing when it lies ahead of today or behind the closing.
void add_paper(Market& market, Enterprise& enterprise, std::string_view kind, Date& last, std::vector<Paper>& papers)
{
    auto const issued = last.plus_days(20 + static_cast<int>(market.random.below(190)));
    auto const entered = Market::office_day(std::max(issued.plus_days(3 + static_cast<int>(market.random.below(25))), enterprise.recorded.plus_days(1)), std::chrono::Tuesday);
    if (!market.is_past(entered) || (enterprise.closed && *enterprise.closed <= entered))
        return;
    Paper paper {.enterprise = &enterprise, .kind = std::string(kind), .number = {}, .reason = {}, .issued = issued, .entered = entered};
    paper.number = number_of(market, enterprise, kind, issued);
    if (kind == "pirt")
        paper.valid_until = Date::of(issued.year() + 5, issued.month(), std::min(issued.day(), 28U)).value();
    spoil(market, paper);
    explain(paper);
    last = issued;
    if (!paper.is_wrong)
        enterprise.papers.push_back(paper.kind);
    if (kind == "pirt" && !paper.is_wrong)
        enterprise.pirt = paper.number;
    papers.push_back(std::move(paper));
}

/// Of a few old businesses the certificate of the years before, that has ended or ends soon.
void add_old_pirt(Market& market, Enterprise& enterprise, std::vector<Paper>& papers)
{
    if (enterprise.trade->food_code.empty() || enterprise.care < 78 || enterprise.started.year() > 2016 || !market.random.chance(45))
        return;
    auto last = market.between(Date::of(2016, 6, 1).value(), Date::of(2018, 6, 1).value());
    add_paper(market, enterprise, "pirt", last, papers);
    enterprise.papers.clear();
}

void papers_of(Market& market, Enterprise& enterprise, std::vector<Paper>& papers)
{
    auto& random = market.random;
    auto const& trade = *enterprise.trade;
    auto const care = enterprise.care;
    auto const is_food = !trade.product_kind.empty() && trade.product_kind != "kerajinan" && trade.product_kind != "sandang" && trade.product_kind != "jasa";
    auto last = std::max({enterprise.started, market.first_day.plus_days(-200), enterprise.recorded.plus_days(-300)});
    if (!has(enterprise, "nib"))
        add_old_pirt(market, enterprise, papers);
    if (care >= 56 && !has(enterprise, "nib"))
        add_paper(market, enterprise, "nib", last, papers);
    if (care >= 64 && !market.owner_of(enterprise).nik.empty() && random.chance(34))
        add_paper(market, enterprise, "npwp", last, papers);
    if (is_food && !trade.food_code.empty() && care >= 70)
        add_paper(market, enterprise, "pkp", last, papers);
    if (has(enterprise, "pkp") && care >= 78)
        add_paper(market, enterprise, "pirt", last, papers);
    if (is_food && care >= 82 && has(enterprise, "nib"))
        add_paper(market, enterprise, "halal", last, papers);
    if (care >= 90 && !trade.articles.empty() && random.chance(45))
        add_paper(market, enterprise, "merek", last, papers);
}

/// Somebody else looks the number up: the licence desk, or the mentor of the kelurahan.
Step check_of(Market& market, Paper const& paper, std::string const& licence, Date day)
{
    static constexpr std::pair<std::string_view, std::string_view> registers[] {{"nib", "oss.go.id"}, {"pirt", "sppirt.pom.go.id"}, {"halal", "bpjph.halal.go.id"}, {"merek", "pdki-indonesia.dgip.go.id"},
        {"npwp", "Kantor pajak, surat konfirmasi"}, {"pkp", "Dinas Kesehatan, daftar penyuluhan"}};
    auto const drawn = market.random.below(100);
    auto const ended = paper.valid_until && *paper.valid_until < day;
    auto const* result = paper.is_wrong ? "not_found" : ended ? "expired" : drawn < 91 ? "issued" : drawn < 96 ? "not_found" : "other_holder";
    auto const* where = std::ranges::find(registers, std::string_view(paper.kind), &std::pair<std::string_view, std::string_view>::first);
    auto const by_mentor = market.random.chance(45);
    auto const login = by_mentor ? market.world.login_of("pendamping", paper.enterprise->kelurahan->code) : market.world.login_of("perizinan", market.world.city.code);
    return {"enterprise.check_licence", login,
        {{"licence", licence}, {"result", result}, {"where", where->second}, {"file", market.pictures.hash_of("hasil_cek_" + paper.kind, "Hasil cek " + paper.kind, 0)}}, market.hour_of(day)};
}

} // namespace

Result<void> add_licences(Market& market)
{
    std::vector<Paper> papers;
    for (auto& enterprise : market.enterprises)
        if (!enterprise.id.empty())
            papers_of(market, enterprise, papers);
    std::ranges::stable_sort(papers, {}, &Paper::entered);
    std::vector<Step> add;
    for (auto const& paper : papers) {
        boost::json::object input {{"business", paper.enterprise->id}, {"kind", paper.kind}, {"number", paper.number}, {"issued_on", paper.issued.iso()}, {"reason", paper.reason},
            {"file", market.pictures.hash_of("izin_" + paper.kind, "Surat " + paper.kind, 0)}};
        if (paper.valid_until)
            input["valid_until"] = paper.valid_until->iso();
        add.push_back({"enterprise.add_licence", market.world.login_of("operator", paper.enterprise->kelurahan->code), std::move(input), market.hour_of(paper.entered)});
    }
    std::vector<Date> days;
    for (auto const& paper : papers)
        days.push_back(Market::office_day(paper.entered.plus_days(2 + static_cast<int>(market.random.below(30))), std::chrono::Thursday));
    TRY(market.pictures.name_all(market.world));
    auto const added = TRY(run_steps(market.world, "izin dicatat", add));
    std::vector<Step> check;
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (market.is_past(days[i]) && market.random.chance(66))
            check.push_back(check_of(market, papers[i], added[i].id, days[i]));
    std::ranges::stable_sort(check, {}, &Step::at);
    TRY(market.pictures.name_all(market.world));
    TRY(run_steps(market.world, "izin dicek", check));
    return Done {};
}

Result<void> close_enterprises(Market& market)
{
    static constexpr std::string_view reasons[] {"Modal habis, pembeli sepi", "Pemilik bekerja di pabrik", "Pindah ke luar kota", "Pemilik sakit", "Bahan baku mahal", "Mengurus anak dan orang tua",
        "Kalah dengan warung baru", "Sewa tempat tidak diperpanjang", "Pemilik meninggal dunia"};
    std::vector<Step> steps;
    for (auto const& enterprise : market.enterprises)
        if (!enterprise.id.empty() && enterprise.closed)
            steps.push_back({"enterprise.close", market.world.login_of("operator", enterprise.kelurahan->code),
                {{"business", enterprise.id}, {"on", enterprise.closed->iso()}, {"reason", market.random.pick(reasons)}}, market.hour_of(*enterprise.closed)});
    std::ranges::stable_sort(steps, {}, &Step::at);
    TRY(run_steps(market.world, "usaha tutup", steps));
    return Done {};
}

} // namespace rtkeren::simulation
