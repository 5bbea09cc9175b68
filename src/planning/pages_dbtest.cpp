#include "language/language.hpp"
#include "planning/fixture_dbtest.hpp"
#include "rules/room.hpp"

namespace rtkeren::planning {
namespace {

using http::Method;
using Pairs = std::vector<std::pair<std::string, std::string>>;

void register_once(std::vector<operations::Operation> const& all)
{
    static operations::Registry const registry = [&all] {
        operations::Registry made;
        made.add(all);
        rules::register_messages();
        programme::register_messages();
        register_messages();
        return made;
    }();
    screens::use_registry(registry);
}

/// The pages through the server's own dispatch, as one person after another.
struct PlanPagesTest : PlanningTest {
    std::vector<http::Route> all_routes {routes(services)};
    std::optional<http::Session> session;
    http::Hooks hooks {.session = [this](http::Request const&) { return session; },
        .error_page = [this](http::Request const& request, std::optional<http::Session> const& who, Error const& error) {
            http::Exchange const exchange {request, who, {}, Language::Indonesian};
            return screens::refusal(services, exchange, error);
        },
        .finish = {},
        .ulid = [this] { return env.ulid(); }};

    PlanPagesTest()
    {
        for (auto* each : {&rina, &dewi, &ratna, &stranger, &prices})
            allow_reading(*each);
        register_once(all);
    }
    static void allow_reading(Actor& actor)
    {
        auto& permissions = actor.grants.front().permissions;
        permissions.insert(std::lower_bound(permissions.begin(), permissions.end(), "insight.read"), "insight.read");
        actor.permissions = permissions;
    }
    http::Response ask(Actor const& actor, Method method, std::string path, Pairs pairs = {})
    {
        session = http::Session {actor, "csrf-token", false};
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.target = request.path;
        request.headers = {{"host", "rt.example"}};
        (method == Method::Post ? request.form : request.query) = std::move(pairs);
        if (method == Method::Post) {
            request.form.emplace_back("csrf", "csrf-token");
            request.form.emplace_back("id", env.ulid().str());
        }
        return http::dispatch(all_routes, hooks, request);
    }
    http::Response get(Actor const& actor, std::string path, Pairs query = {}) { return ask(actor, Method::Get, std::move(path), std::move(query)); }
    http::Response post(Actor const& actor, std::string path, Pairs form = {}) { return ask(actor, Method::Post, std::move(path), std::move(form)); }
};

bool has(http::Response const& response, std::string_view text)
{
    return response.body.find(text) != std::string::npos;
}

Pairs line_fields(int row, std::string category, std::string item, std::string quantity, std::string price)
{
    auto const name = "lines." + std::to_string(row) + ".";
    return {{name + "line", ""}, {name + "category", std::move(category)}, {name + "activity", ""}, {name + "item", std::move(item)},
        {name + "specification", ""}, {name + "quantity", std::move(quantity)}, {name + "unit", "paket"}, {name + "unit_price", std::move(price)},
        {name + "spend_kind", "" }};
}

void append(Pairs& into, Pairs const& more)
{
    into.insert(into.end(), more.begin(), more.end());
}

TEST_F(PlanPagesTest, APlanIsTypedRefusedMendedAndApproved)
{
    auto const empty = get(rina, "/rab/baru", {{"unit", std::string(rt)}, {"tahun", "2023"}});
    EXPECT_EQ(empty.status, 200);
    for (auto const* text :
        {"lines.4.category", "Paling sedikit Rp15.000.000", "<optgroup label=\"UMKM dan pemberdayaan\">", "data-key=\"umkm\"", "/-/aset/rab.js"})
        EXPECT_TRUE(has(empty, text)) << text;
    EXPECT_FALSE(has(empty, "Gapura")) << "banned this year";
    auto const unit = must_read([&](db::ReadTx& tx) { return territory::find(tx, city, rt); }).id.str();

    Pairs form {{"unit", unit}, {"year", "2023"}};
    append(form, line_fields(0, "fisik/paving", "Paving", "banyak", "36.350.000"));
    append(form, line_fields(2, "umkm/pelatihan_kue", "Pelatihan <kue>", "1", "13.650.000"));
    auto const refused_form = post(rina, "/rab/baru", form);
    EXPECT_EQ(refused_form.status, 422);
    for (auto const* text : {"value=\"banyak\"", "Pelatihan &lt;kue&gt;", "Tulis volume sebagai angka", "e-lines.0.quantity"})
        EXPECT_TRUE(has(refused_form, text)) << text;

    form[5 + 2].second = "1"; // unit, year, then the first row's fields: its quantity
    ASSERT_EQ(form[7].first, "lines.0.quantity");
    auto const saved = post(rina, "/rab/baru", form);
    ASSERT_EQ(saved.status, 303) << saved.body;
    auto const id = plan_now().id.str();

    auto const refusal = post(rina, "/rab/" + id + "/kirim");
    EXPECT_EQ(refusal.status, 422);
    for (auto const* text :
        {"Bagian UMKM dan pemberdayaan kurang Rp1.350.000", "/-/lakukan/planning.shift_to_envelope", "name=\"plan\"", "Alihkan Rp1.350.000"})
        EXPECT_TRUE(has(refusal, text)) << text;
    must(rina, "planning.shift_to_envelope", {{"plan", id}, {"from", "fisik"}, {"to", "umkm"}, {"amount", 1'350'000}});
    auto const editor = get(rina, "/rab/" + id + "/ubah");
    EXPECT_TRUE(has(editor, "35.000.000"));
    EXPECT_TRUE(has(editor, "name=\"version\" value=\"2\""));
    EXPECT_EQ(post(rina, "/rab/" + id + "/kirim").status, 303);
    EXPECT_EQ(post(dewi, "/rab/" + id + "/verifikasi").status, 303);
    EXPECT_TRUE(has(get(ratna, "/rab"), "belum dibuka"));
    EXPECT_TRUE(has(get(ratna, "/rab/" + id), "Setujui RAB ini?"));
    EXPECT_TRUE(has(get(ratna, "/rab"), "name=\"plans.0\""));
    EXPECT_EQ(post(ratna, "/rab/setujui", {{"plans.0", id}}).status, 303);
    auto const locked = get(ratna, "/rab/" + id);
    for (auto const* text : {"Disetujui", "Mulai disusun", "oleh Ratna", "Cabut baris", "Diperiksa menurut aturan versi 1"})
        EXPECT_TRUE(has(locked, text)) << text;
    EXPECT_EQ(get(rina, "/rab/" + id + "/ubah").status, 409);
    EXPECT_EQ(get(rina, "/rab/baru", {{"unit", std::string(rt)}}).status, 303);

    EXPECT_EQ(post(rina, "/rab/" + id + "/addendum", {{"reason", "Volume berubah"}, {"evidence", "BA/9"}}).status, 303);
    auto lines = again(plan_now().lines);
    lines[0].as_object()["unit_price"] = 30'000'000;
    must(rina, "planning.save_plan", with(plan_of(rt, lines), "version", plan_now().version));
    auto const comparison = get(dewi, "/rab/" + id + "/bandingkan");
    for (auto const* text : {"Berubah", "−Rp5.000.000", "Volume berubah · BA/9"})
        EXPECT_TRUE(has(comparison, text)) << text;
}

TEST_F(PlanPagesTest, ListsShowOnesOwnTerritoryAndGoOutAsFiles)
{
    auto const id = save(good_lines()).id;
    save(good_lines(), "35.72.03.1001.001.002");
    EXPECT_TRUE(has(get(ratna, "/rab"), "RT 02 RW 01"));
    EXPECT_FALSE(has(get(ratna, "/rab", {{"q", "rt 02"}}), "RT 01 RW 01"));
    EXPECT_FALSE(has(get(ratna, "/rab", {{"keadaan", "approved"}}), "RT 01 RW 01"));
    EXPECT_FALSE(has(get(stranger, "/rab"), "RT 01 RW 01"));
    EXPECT_EQ(get(stranger, "/rab/" + id).status, 404);
    EXPECT_EQ(get(stranger, "/rab/" + id + "/ubah").status, 404);
    EXPECT_EQ(get(ratna, "/rab/" + id + "/ubah").status, 403);
    EXPECT_EQ(get(ratna, "/rab/bukan-id").status, 404);
    EXPECT_TRUE(has(get(ratna, "/rab", {{"format", "csv"}}), "50000000"));
    EXPECT_TRUE(has(get(rina, "/rab/baru"), "RT 03 RW 01"));
    EXPECT_FALSE(has(get(rina, "/rab/baru"), "RT 02 RW 01"));
    auto const panel = must_read([&](db::ReadTx& tx) { return panels().front().render(services, tx, &ratna, purse_of(rt, "umkm").id.text()); });
    EXPECT_NE(panel.str().find("Buka RAB"), std::string::npos);
    auto const unit = must_read([&](db::ReadTx& tx) { return territory::find(tx, city, rt); }).id.str();
    auto const unit_panel = must_read([&](db::ReadTx& tx) { return panels().back().render(services, tx, &ratna, unit); });
    EXPECT_NE(unit_panel.str().find("Disusun"), std::string::npos);
    auto const visitor = must_read([&](db::ReadTx& tx) { return panels().back().render(services, tx, nullptr, unit); });
    EXPECT_TRUE(visitor.empty());
}

TEST_F(PlanPagesTest, ASpreadsheetIsTriedThenSavedWhole)
{
    std::string const head = "Kode unit;Kategori;Uraian;Volume;Satuan;Harga satuan\n";
    auto const good = head + std::string(rt) + ";paving;Paving;12,5;m2;90.000\n;pelatihan_kue;Pelatihan;1;paket;5000000\n";
    auto const trial = post(rina, "/rab/impor", {{"year", "2023"}, {"text", good}, {"_do", "periksa"}});
    EXPECT_EQ(trial.status, 200) << trial.body;
    for (auto const* text : {"Rp1.125.000", "RAB baru", "Simpan 2 baris"})
        EXPECT_TRUE(has(trial, text)) << text;
    EXPECT_TRUE(has(get(rina, "/rab/" + std::string(rt)), "Halaman ini tidak ada"));
    auto const bad = post(rina, "/rab/impor",
        {{"year", "2023"}, {"text", good + std::string(rt) + ";paving;paving;1;m2;5\n35.72.03.1003.001.001;paving;X;1;m;5\n"}, {"_do", "simpan" }});
    EXPECT_EQ(bad.status, 422);
    for (auto const* text : {"Baris yang sama sudah ada", "Unduh baris yang ditolak"})
        EXPECT_TRUE(has(bad, text)) << text;
    auto const rejected = post(rina, "/rab/impor", {{"year", "2023"}, {"text", good + std::string(rt) + ";salah;Y;1;m2;5\n"}, {"_do", "ditolak"}});
    EXPECT_TRUE(rejected.body.starts_with("PK")) << "a workbook";
    EXPECT_EQ(post(rina, "/rab/impor", {{"year", "2023"}, {"text", ""}, {"_do", "periksa"}}).status, 422);
    EXPECT_EQ(post(rina, "/rab/impor", {{"year", "2023"}, {"text", good}, {"_do", "simpan"}}).status, 303);
    EXPECT_EQ(plan_now().amount, 6'125'000_rp);
    EXPECT_TRUE(get(rina, "/rab/impor/contoh").body.starts_with("PK"));
    EXPECT_TRUE(has(get(rina, "/rab/impor"), "Contoh berkas"));
}

TEST_F(PlanPagesTest, PricesAreImportedAndListed)
{
    EXPECT_EQ(get(rina, "/harga/impor").status, 403);
    auto const text = "Barang;Satuan;Harga;Sumber;Mulai;Wilayah\nPaving;m2;90.000;SK 1;2023-01-01;\nPasir;m3;250000;SK 1;01/02/2023;35.72.03.1001\n";
    auto const trial = post(prices, "/harga/impor", {{"year", "2023"}, {"text", text}, {"_do", "periksa"}});
    EXPECT_TRUE(has(trial, "Simpan 2 baris")) << trial.body;
    EXPECT_EQ(post(prices, "/harga/impor", {{"year", "2023"}, {"text", text}, {"_do", "simpan"}}).status, 303);
    auto const page = get(rina, "/harga");
    EXPECT_TRUE(has(page, "250.000"));
    EXPECT_TRUE(has(page, "Seluruh kota"));
}

} // namespace
} // namespace rtkeren::planning
