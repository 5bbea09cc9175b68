#include "programme/fixture_dbtest.hpp"

#include <gmock/gmock.h>

namespace rtkeren::programme {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

struct ProgrammePagesTest : ProgrammeTest {
    static void SetUpTestSuite()
    {
        static operations::Registry registry;
        registry.add(operations());
        screens::use_registry(registry);
        register_messages();
    }
    http::Response send(
        Actor const& actor, http::Method method, std::string path, std::vector<std::pair<std::string, std::string>> form = {}, std::string format = "")
    {
        static auto const own = [] { return std::vector<Permission> {"insight.read"}; };
        auto reader = actor;
        for (auto const& permission : own()) {
            reader.permissions.insert(std::lower_bound(reader.permissions.begin(), reader.permissions.end(), permission), permission);
        }
        http::Hooks hooks;
        hooks.session = [&](http::Request const&) { return std::optional(http::Session {reader, "token"}); };
        hooks.error_page = [](http::Request const&, std::optional<http::Session> const&, Error const& error) {
            return http::Response::text(error.code, http_status_of(error.kind));
        };
        hooks.finish = [](http::Response&) {};
        hooks.ulid = [&] { return env.ulid(); };
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.form = std::move(form);
        if (method == http::Method::Post) {
            request.form.emplace_back("csrf", "token");
            request.form.emplace_back("id", env.ulid().str());
        }
        if (!format.empty())
            request.query.emplace_back("format", format);
        return http::dispatch(routes(services), hooks, request);
    }
    std::string page(Actor const& actor, std::string path)
    {
        auto response = send(actor, http::Method::Get, path);
        EXPECT_EQ(response.status, 200) << path << " " << response.body;
        return response.body;
    }
    http::Response post(Actor const& actor, std::string path, std::vector<std::pair<std::string, std::string>> form)
    {
        return send(actor, http::Method::Post, std::move(path), std::move(form));
    }
};

TEST_F(ProgrammePagesTest, AYearGoesFromDraftToClosedThroughItsPages)
{
    found({3, 2});
    release_pack();
    EXPECT_THAT(page(sari, "/tahun"), HasSubstr("Rancang tahun 2023"));
    EXPECT_THAT(page(sari, "/tahun/2023"), HasSubstr("Rancang tahun 2023 menurut RT Keren?"));
    EXPECT_EQ(post(sari, "/tahun/2023/rancang", {}).status, 303);
    EXPECT_THAT(page(sari, "/tahun/2023"), AllOf(HasSubstr("Rancangan"), HasSubstr("2 kelurahan belum punya DPA"), Not(HasSubstr("/tahun/2023/buka\""))));
    auto id = must_read([&](db::ReadTx& tx) { return year_of(tx, city, 2023); }).id;
    EXPECT_THAT(page(budi, "/tahun/" + id.str()), HasSubstr("/tahun/2023/buka"));

    std::vector<std::pair<std::string, std::string>> form;
    for (int k = 0; k < 2; ++k) {
        auto row = "rows." + std::to_string(k);
        form.insert(form.end(),
            {{row + ".kelurahan", fmt::format("35.72.03.{}", 1001 + k)}, {row + ".number", "DPA/1/2023"}, {row + ".date", "10 Januari 2023"},
                {row + ".amounts.0.envelope", "fisik"}, {row + ".amounts.0.amount", "Rp105.000.000"}, {row + ".amounts.1.envelope", "umkm"},
                {row + ".amounts.1.amount", k == 0 ? "45.000.000" : "29.999.999"}});
    }
    auto wrong = form;
    wrong[4].second = "105,000,000";
    auto refused = post(sari, "/tahun/2023/dpa", wrong);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("105,000,000"), HasSubstr("DPA/1/2023")));
    EXPECT_EQ(post(sari, "/tahun/2023/dpa", form).status, 303);
    EXPECT_THAT(page(sari, "/tahun/2023/dpa"), HasSubstr("29.999.999"));

    EXPECT_THAT(page(budi, "/tahun/2023/buka"), AllOf(HasSubstr("Rp250.000.000"), HasSubstr("DPA belum cukup"), HasSubstr("−1")));
    auto short_by_one = post(budi, "/tahun/2023/buka", {{"letter", "188/2/2023"}, {"letter_date", "2023-02-01"}});
    EXPECT_EQ(short_by_one.status, 422);
    EXPECT_THAT(short_by_one.body, AllOf(HasSubstr("DPA Kelurahan 2 untuk UMKM dan pemberdayaan kurang Rp1"), HasSubstr("188/2/2023")));
    form[form.size() - 1].second = "30.000.000";
    form[8].second = "DPPA/2/2023";
    EXPECT_EQ(post(sari, "/tahun/2023/dpa", form).status, 303);
    EXPECT_EQ(post(sari, "/tahun/2023/buka", {{"letter", "188/2/2023"}, {"letter_date", "2023-02-01"}}).status, 403);
    EXPECT_EQ(post(budi, "/tahun/2023/buka", {{"letter", "188/2/2023"}, {"letter_date", "2023-02-01"}}).status, 303);

    auto open = page(sari, "/tahun/2023");
    EXPECT_THAT(open,
        AllOf(
            HasSubstr("Berjalan"), HasSubstr("DPPA/2/2023"), HasSubstr("10 kantong belum punya pokmas"), HasSubstr("hari lewat"), HasSubstr("Mulai menutup")));
    EXPECT_EQ(send(sari, http::Method::Get, "/tahun/2023", {}, "csv").status, 200);
    EXPECT_EQ(send(sari, http::Method::Get, "/tahun", {}, "json").status, 200);
    EXPECT_EQ(post(sari, "/tahun/2023/mulai-tutup", {}).status, 303);
    EXPECT_EQ(post(sari, "/tahun/2023/buka-kembali", {{"reason", "Diperpanjang"}}).status, 303);
    EXPECT_EQ(post(sari, "/tahun/2023/mulai-tutup", {}).status, 303);
    env.set(Instant::parse("2024-01-05T05:00:00.000Z").value());
    EXPECT_THAT(page(budi, "/tahun/2023/tutup"), AllOf(HasSubstr("Rp250.000.000"), HasSubstr("Tutup 10 kantong")));
    EXPECT_EQ(post(budi, "/tahun/2023/tutup", {{"letter", "188/99"}, {"letter_date", "2023-12-31"}}).status, 303);
    EXPECT_THAT(page(budi, "/tahun/2023"), HasSubstr("Ditutup"));
    EXPECT_EQ(send(budi, http::Method::Get, "/tahun/1850").status, 404);
    EXPECT_EQ(send(budi, http::Method::Get, "/tahun/dua").status, 404);
}

TEST_F(ProgrammePagesTest, CeilingsChangeThroughForms)
{
    open_small(60'000'000);
    auto umkm = purse_of("35.72.03.1002.001.001", "umkm"), fisik = purse_of("35.72.03.1002.001.001", "fisik");
    std::vector<std::pair<std::string, std::string>> const paper {{"number", "BA/1"}, {"date", "2023-03-20"}, {"reason", "Musyawarah RT"}};
    auto with = [&](std::vector<std::pair<std::string, std::string>> more) {
        more.insert(more.end(), paper.begin(), paper.end());
        return more;
    };
    auto path = "/kantong/" + umkm.id.str();
    EXPECT_THAT(page(sekkel, path + "/tolak"), AllOf(HasSubstr("UMKM dan pemberdayaan, RT 01 RW 01, 2023"), HasSubstr("Rp15.000.000")));
    auto elsewhere = purse_of("35.72.03.1001.001.001", "umkm");
    EXPECT_EQ(send(sekkel, http::Method::Get, "/kantong/" + elsewhere.id.str() + "/tolak").status, 404);
    EXPECT_EQ(post(sekkel, path + "/tolak", with({{"_scope", "umkm"}})).status, 303);
    EXPECT_EQ(at(umkm, ledger::Stage::Batal), 15'000'000_rp);
    EXPECT_EQ(at(fisik, ledger::Stage::Pagu), 35'000'000_rp);
    EXPECT_THAT(page(sari, "/kantong/" + fisik.id.str() + "/pindah"), HasSubstr(umkm.id.str()));
    EXPECT_EQ(
        post(sari, "/kantong/" + fisik.id.str() + "/pindah", with({{"from", fisik.id.str()}, {"to", umkm.id.str()}, {"amount", "1.000.000"}})).status, 303);
    auto back = post(sari, path + "/pindah", with({{"from", umkm.id.str()}, {"to", fisik.id.str()}, {"amount", "1.000.000"}}));
    EXPECT_EQ(back.status, 422);
    EXPECT_THAT(back.body, AllOf(HasSubstr("tidak bisa dipindahkan ke Pekerjaan fisik"), HasSubstr("Dasar:")));
    page(sari, path + "/kurangi");
    EXPECT_EQ(post(sari, path + "/kurangi", with({{"purse", umkm.id.str()}, {"amount", "500.000"}})).status, 303);
    EXPECT_THAT(page(sari, "/tahun/2023/bonus"), HasSubstr("Peringkat 1: Rp50.000.000"));
    std::vector<std::pair<std::string, std::string>> const empty_amounts {
        {"unit", "35.72.03.1002.001.001"}, {"amounts.0.envelope", "fisik"}, {"amounts.0.amount", ""}, {"amounts.1.envelope", "umkm"}, {"amounts.1.amount", ""}};
    auto bonus = empty_amounts;
    bonus.emplace_back("rank", "1");
    EXPECT_EQ(post(sari, "/tahun/2023/bonus", with(bonus)).status, 303);
    page(sari, "/tahun/2023/alokasi");
    auto again = empty_amounts;
    again[4].second = "5.000.000";
    EXPECT_EQ(post(sari, "/tahun/2023/alokasi", with(again)).status, 303);
    auto changes = page(sari, "/tahun/2023/perubahan");
    EXPECT_THAT(changes, AllOf(HasSubstr("Ditolak"), HasSubstr("Bonus"), HasSubstr("Dipindahkan"), HasSubstr("Alokasi susulan")));
    auto at_link = changes.find("/perubahan/01");
    ASSERT_NE(at_link, std::string::npos);
    auto undo = changes.substr(at_link, std::string_view("/perubahan/").size() + 26) + "/batalkan";
    page(sari, undo);
    EXPECT_EQ(post(sari, undo, {{"reason", "Salah catat"}}).status, 303);
    EXPECT_EQ(post(sari, undo, {{"reason", "Salah catat"}}).status, 409);
}

TEST_F(ProgrammePagesTest, TheReleasePageSaysWhatAPackWouldAllocate)
{
    found({3, 2});
    release_pack();
    auto part
        = [&](std::string const& subject) { return must_read([&](db::ReadTx& tx) { return panels().front().render(services, tx, &sari, subject); }).str(); };
    EXPECT_THAT(part("2023/1"), AllOf(HasSubstr("5 penerima, Rp250.000.000."), HasSubstr("−105.000.000")));
    EXPECT_EQ(part("2023"), "");
    release_pack(2021);
    EXPECT_THAT(part("2021/1"), HasSubstr("Tahun percontohan"));
}

TEST_F(ProgrammePagesTest, HoldsAreProposedPlacedAndLifted)
{
    open_small();
    std::vector<std::pair<std::string, std::string>> const form {{"scope", "kelurahan"}, {"subject", std::string(plosokerep)}, {"kinds", "disbursement"},
        {"kinds", "spending"}, {"letter", "700/3/2023"}, {"letter_date", "2023-07-01"}, {"signatory", "Inspektur"}, {"reason", "Pemeriksaan khusus"}};
    page(auditor, "/penahanan/usul");
    auto wrong = form;
    wrong[1].second = "35.72.03.1099";
    EXPECT_EQ(post(auditor, "/penahanan/usul", wrong).status, 404);
    wrong[1].second = "";
    EXPECT_EQ(post(auditor, "/penahanan/usul", wrong).status, 422);
    auto proposed = post(auditor, "/penahanan/usul", form);
    EXPECT_EQ(proposed.status, 303);
    auto list = page(sari, "/penahanan");
    EXPECT_THAT(list, AllOf(HasSubstr("Kelurahan Kelurahan 2"), HasSubstr("Diusulkan"), HasSubstr("Pencairan, Belanja")));
    auto id = list.substr(list.find("/penahanan/01") + std::string_view("/penahanan/").size(), 26);
    EXPECT_THAT(page(sari, "/penahanan/" + id), HasSubstr("Putuskan usulan"));
    http::Response decide = send(sari, http::Method::Get, "/penahanan/baru");
    EXPECT_EQ(decide.status, 200);
    auto placing = form;
    placing.emplace_back("proposal", id);
    EXPECT_EQ(post(sari, "/penahanan/baru", placing).status, 303);
    EXPECT_THAT(page(sari, "/penahanan/" + id), AllOf(HasSubstr("Berlaku"), Not(HasSubstr("Nomor surat pencabutan"))));
    EXPECT_THAT(page(sari, "/tahun/2023"), HasSubstr("700/3/2023"));
    EXPECT_EQ(post(budi, "/penahanan/" + id + "/cabut", {{"letter", ""}, {"letter_date", "2023-07-03"}, {"reason", "Selesai"}}).status, 422);
    EXPECT_EQ(post(budi, "/penahanan/" + id + "/cabut", {{"letter", "700/9"}, {"letter_date", "2023-07-03"}, {"reason", "Selesai"}}).status, 303);
    EXPECT_THAT(page(budi, "/penahanan/" + id), AllOf(HasSubstr("Dicabut"), HasSubstr("700/9")));
    post(auditor, "/penahanan/usul", form);
    list = page(sari, "/penahanan");
    auto other = list.substr(list.find("/penahanan/01") + std::string_view("/penahanan/").size(), 26);
    if (other == id)
        other = list.substr(list.rfind("/penahanan/01") + std::string_view("/penahanan/").size(), 26);
    EXPECT_EQ(post(sari, "/penahanan/" + other + "/tolak", {{"reason", "Belum cukup"}}).status, 303);
}

} // namespace
} // namespace rtkeren::programme
