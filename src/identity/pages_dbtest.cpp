#include "identity/town_for_tests.hpp"

namespace rtkeren::identity {
namespace {

using http::Method;

bool has(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }

std::string header_of(http::Response const& response, std::string_view name, std::string_view start = {})
{
    for (auto const& [key, value] : response.headers)
        if (key == name && value.starts_with(start))
            return value;
    return {};
}

/// The pages through the server's own dispatch: session, permission and CSRF included.
struct PageTest : Town {
    std::vector<http::Route> all {routes(services)};
    http::Hooks hooks {.session = [this](http::Request const& request) { return session_by_cookie(request); },
        .error_page =
            [this](http::Request const& request, std::optional<http::Session> const& session, Error const& error) {
                http::Exchange const exchange {request, session, {}, Language::Indonesian};
                return error.code == "session.missing" ? session_ended(services, exchange)
                    : error.code == "csrf.invalid"     ? form_expired(services, exchange)
                                                       : screens::refusal(services, exchange, error);
            },
        .finish = {},
        .ulid = [this] { return env.ulid(); }};
    std::string token, csrf;

    PageTest()
    {
        static operations::Registry const registry = [] {
            operations::Registry made;
            made.add(operations());
            return made;
        }();
        screens::use_registry(registry);
    }
    std::optional<http::Session> session_by_cookie(http::Request const& request)
    {
        auto const cookie = request.cookies.find("sesi");
        auto found = cookie == request.cookies.end() ? std::nullopt : session_of(services, cookie->second).value();
        return found ? std::optional(http::Session {found->actor, found->csrf, false}) : std::nullopt;
    }
    void as(std::string_view login)
    {
        token = sign_in(services, login, password, "Chrome, Android").value().token;
        csrf = session_of(services, token).value()->csrf;
    }
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    http::Response ask(Method method, std::string path, Pairs pairs = {})
    {
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.target = request.path;
        request.remote_address = "10.0.0.9";
        request.headers = {{"host", "rt.blitarkota.go.id"}};
        request.secure = true;
        request.user_agent = "Firefox Windows";
        if (!token.empty())
            request.cookies.emplace("sesi", token);
        (method == Method::Post ? request.form : request.query) = std::move(pairs);
        if (method == Method::Post && !csrf.empty())
            request.form.emplace_back("csrf", csrf);
        return http::dispatch(all, hooks, request);
    }
    http::Response get(std::string path, Pairs query = {}) { return ask(Method::Get, std::move(path), std::move(query)); }
    http::Response post(std::string path, Pairs form = {}) { return ask(Method::Post, std::move(path), std::move(form)); }
    Pairs with_id(Pairs form)
    {
        form.emplace_back("id", env.ulid().str());
        return form;
    }
};

TEST_F(PageTest, SigningInLeadsWhereOneWanted)
{
    add("lurah", "lurah", kelurahan);
    EXPECT_TRUE(has(get("/masuk", {{"lanjut", "/rab/7"}}), R"(name="lanjut" value="/rab/7")"));
    auto const wrong = post("/masuk", {{"login", "Lurah"}, {"password", "salah"}, {"lanjut", "/rab/7"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, R"(value="Lurah")")) << "what was typed stays";
    EXPECT_FALSE(has(wrong, "salah\""));
    EXPECT_TRUE(has(wrong, "Nama atau kata sandi tidak cocok"));
    auto const right = post("/masuk", {{"login", "lurah"}, {"password", std::string(password)}, {"lanjut", "/rab/7"}});
    EXPECT_EQ(right.status, 303);
    EXPECT_EQ(header_of(right, "Location"), "/rab/7");
    auto const cookie = header_of(right, "Set-Cookie", "sesi=");
    for (auto const* part : {"HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=7776000"})
        EXPECT_NE(cookie.find(part), std::string::npos) << part << " in " << cookie;
    auto const elsewhere = post("/masuk", {{"login", "lurah"}, {"password", std::string(password)}, {"lanjut", "//evil.example"}});
    EXPECT_EQ(header_of(elsewhere, "Location"), "/");
}

TEST_F(PageTest, TheSixthTryMustWait)
{
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(post("/masuk", {{"login", "siapa"}, {"password", "x"}}).status, 422);
    auto const locked = post("/masuk", {{"login", "siapa"}, {"password", "x"}});
    EXPECT_EQ(locked.status, 429);
    EXPECT_TRUE(has(locked, "15 menit"));
}

TEST_F(PageTest, OneAddressMayNotTryEveryName)
{
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(post("/masuk/kode", {{"code", "AAAA-AAAA-AAAA"}, {"password", "gang melati 12"}, {"again", "gang melati 12"}}).status, 422);
    EXPECT_EQ(post("/masuk", {{"login", "siapa"}, {"password", "x"}}).status, 429);
    env.advance_seconds(900);
    EXPECT_EQ(post("/masuk", {{"login", "siapa"}, {"password", "x"}}).status, 422);
}

TEST_F(PageTest, TheExampleCityOffersItsAccounts)
{
    change([&](db::WriteTx& tx, operations::Context& c) -> Result<void> {
        auto const person = PersonId(env.ulid());
        TRY(add_person(
            tx, c, {.id = person, .name = "Ratna <Contoh>", .phone = {}, .nik = {}, .nip = "198001012005011001", .region = kelurahan, .example = true}));
        TRY(add_user(tx, c, {UserId(env.ulid()), person, "lurah", hash()}));
        return add_grant(tx, c,
            {.id = env.ulid(), .person = person, .role = "lurah", .place = kelurahan, .pokmas = {}, .decree = "SK", .from = services.today(), .until = {}});
    });
    EXPECT_FALSE(has(get("/masuk"), "Ratna")) << "a real city never lists anybody";
    services.example = true;
    auto const page = get("/masuk");
    EXPECT_TRUE(has(page, "<b>Ratna &lt;Contoh&gt;</b><span>Lurah Tempat 35.72.03.1002</span>"));
    EXPECT_TRUE(has(page, R"(<input type="hidden" name="login" value="lurah">)"));
}

TEST_F(PageTest, ASessionThatEndedKeepsWhatWasTyped)
{
    auto const page = post("/pengguna/baru", {{"name", "Siti <Aminah>"}, {"phone", "081234567890"}, {"id", "01H"}});
    EXPECT_EQ(page.status, 401);
    EXPECT_TRUE(has(page, "Siti &lt;Aminah&gt;"));
    EXPECT_FALSE(has(page, "081234567890")) << "personal numbers are not echoed";
    EXPECT_TRUE(has(page, "/masuk?lanjut=%2Fpengguna%2Fbaru"));
}

TEST_F(PageTest, TheListShowsOnesTerritoryWithMaskedNumbers)
{
    auto const row = "/pengguna/" + add("sekkel", "sekkel", kelurahan, "081234567801").user.str();
    add("jauh", "lurah", other_kelurahan);
    as("sekkel");
    auto const page = get("/pengguna");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Sekretaris kelurahan Tempat 35.72.03.1002"));
    EXPECT_FALSE(has(page, "Nama jauh"));
    EXPECT_FALSE(has(page, "81234567801"));
    EXPECT_TRUE(has(get("/pengguna", {{"format", "csv"}}), "Nama sekkel"));
    EXPECT_FALSE(has(get("/pengguna", {{"jabatan", "lurah"}}), row));
    EXPECT_TRUE(has(get("/pengguna", {{"q", "sekk"}, {"sort", "-signed_in_at"}}), row));
    EXPECT_EQ(get("/pengguna/" + actor("jauh").user.str()).status, 404);
    EXPECT_EQ(get("/pengguna/omong").status, 404);
}

TEST_F(PageTest, FromANewPersonToAConfirmedOffice)
{
    add("sekkel", "sekkel", kelurahan);
    add("lurah", "lurah", kelurahan);
    as("sekkel");
    EXPECT_EQ(get("/pengguna/baru").status, 200);
    auto const refused = post("/pengguna/baru", with_id({{"name", "Siti Aminah"}, {"phone", "12"}, {"place", kelurahan}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, R"(value="12")")) << "who types it sees it again";
    auto const made = header_of(post("/pengguna/baru", with_id({{"name", "Siti Aminah"}, {"phone", "0812 3456 7802"}, {"place", kelurahan}})), "Location");
    EXPECT_TRUE(made.starts_with("/pengguna/")) << made;
    EXPECT_TRUE(has(get(made), "Belum ada jabatan"));
    EXPECT_TRUE(has(get(made + "/jabatan"), "Ketua RT"));
    auto const rt = kelurahan + ".001.001";
    EXPECT_EQ(post(made + "/jabatan", with_id({{"role", "lurah"}, {"place", kelurahan}, {"decree", "SK 1"}, {"from", "2023-07-03"}})).status, 403);
    EXPECT_EQ(post(made + "/jabatan", with_id({{"role", "ketua_rt"}, {"place", rt}, {"decree", "SK 1"}, {"from", "2023-07-03"}})).status, 303);
    EXPECT_TRUE(has(get(made), "Menunggu konfirmasi"));
    as("lurah");
    auto const waiting = get("/pengguna/konfirmasi");
    EXPECT_TRUE(has(waiting, "Siti Aminah"));
    auto const at = waiting.body.find("name=\"grant\" value=\"") + 20;
    EXPECT_EQ(post("/pengguna/konfirmasi", with_id({{"grant", waiting.body.substr(at, 26)}})).status, 303);
    EXPECT_TRUE(has(get("/pengguna/konfirmasi"), "Tidak ada yang menunggu"));
    EXPECT_TRUE(actor("siti.aminah").has_role("ketua_rt"));
}

TEST_F(PageTest, TheHolderOfAnOfficeIsNamedWithTheWayToEndTheTerm)
{
    add("tapem", "tapem", "35.72");
    auto const held = add("lurah", "lurah", kelurahan);
    auto const whom = add("baru", "", kelurahan);
    as("tapem");
    auto const page = post("/pengguna/" + whom.user.str() + "/jabatan", with_id({{"role", "lurah"}, {"place", kelurahan}, {"decree", "SK 9"}, {"from", "2023-07-03"}}));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(has(page, "dipegang Nama lurah sejak 1 Januari 2023"));
    auto const way = "/pengguna/" + held.user.str() + "/jabatan/";
    ASSERT_TRUE(has(page, way));
    EXPECT_EQ(get(page.body.substr(page.body.find(way), way.size() + 26)).status, 200);
    EXPECT_TRUE(has(page, "SK 9")) << "what was typed stays";
}

TEST_F(PageTest, ALurahConfirmsSeveralInOnePress)
{
    add("sekkel", "sekkel", kelurahan);
    add("lurah", "lurah", kelurahan);
    Pairs ticked;
    for (auto const* login : {"satu", "dua", "tiga"}) {
        EXPECT_EQ(grant(actor("sekkel"), add(login, "", kelurahan), "lpmk", kelurahan), "");
        ticked.emplace_back("grants", last.id);
    }
    as("lurah");
    auto const page = get("/pengguna/konfirmasi");
    for (auto const& [name, id] : ticked)
        EXPECT_TRUE(has(page, R"(form="sekaligus" name="grants" value=")" + id));
    EXPECT_TRUE(has(page, "Konfirmasi semua (3)"));
    EXPECT_EQ(post("/pengguna/konfirmasi/tolak", with_id({{"grant", ticked[2].second}, {"reason", "Bukan dia"}})).status, 303);
    auto const form = with_id(ticked);
    auto const some = post("/pengguna/konfirmasi/sekaligus", form);
    EXPECT_EQ(some.status, 200);
    EXPECT_TRUE(has(some, "2 jabatan dikonfirmasi; yang ini tidak:"));
    EXPECT_TRUE(has(some, "Nama tiga: Jabatan ini sudah diputuskan."));
    EXPECT_TRUE(has(post("/pengguna/konfirmasi/sekaligus", form), "2 jabatan dikonfirmasi")) << "sent twice it answers as before";
    EXPECT_TRUE(actor("dua").has_role("lpmk"));
    EXPECT_TRUE(has(post("/pengguna/konfirmasi/sekaligus", with_id({})), "Belum ada yang dicentang"));
}

TEST_F(PageTest, ASharedTelephoneIsAskedForWhereTheNumberIsTaken)
{
    add("sekkel", "sekkel", kelurahan);
    add("ibu", "", kelurahan, "081234567890");
    env.advance_seconds(1);
    as("sekkel");
    Pairs form {{"name", "Budi Santoso"}, {"phone", "0812 3456 7890"}, {"place", kelurahan}};
    EXPECT_FALSE(has(get("/pengguna/baru"), R"(name="shared")"));
    auto const refused = post("/pengguna/baru", with_id(form));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, R"(name="shared")"));
    EXPECT_FALSE(has(refused, "Nama ibu")) << "it is nobody's business whose number it is";
    form.emplace_back("shared", "true");
    auto const made = header_of(post("/pengguna/baru", with_id(form)), "Location");
    EXPECT_TRUE(has(get(made), "masuk dengan nama penggunanya"));
}

TEST_F(PageTest, AListNamesWhatItsRowsAre)
{
    auto const made = add("sekkel", "sekkel", kelurahan);
    as("sekkel");
    auto const list = get("/pengguna", {{"format", "json"}, {"jabatan", "sekkel"}}).body;
    EXPECT_NE(list.find(R"("id":")" + made.user.str()), std::string::npos) << list;
    EXPECT_NE(list.find(R"("person":")" + made.person.str()), std::string::npos) << list;
    EXPECT_NE(list.find(R"("grant":")"), std::string::npos) << list;
}

TEST_F(PageTest, AFormOfAnEarlierSessionIsOpenedAgainWithWhatWasTyped)
{
    add("sekkel", "sekkel", kelurahan);
    as("sekkel");
    csrf = "token of the session before";
    auto const page = post("/pengguna/baru", with_id({{"name", "Siti Aminah"}, {"phone", "0812 3456 7802"}}));
    EXPECT_EQ(page.status, 403);
    EXPECT_TRUE(has(page, "<h1>Formulir ini sudah kedaluwarsa</h1>"));
    EXPECT_FALSE(has(page, "Ini bukan wewenang Anda"));
    EXPECT_TRUE(has(page, "<dt>Nama lengkap</dt><dd>Siti Aminah</dd>"));
    EXPECT_TRUE(has(page, R"(href="/pengguna/baru")")) << "the way on";
    EXPECT_TRUE(has(page, "data-unsent")) << "so that the browser keeps what was typed";
}

TEST_F(PageTest, ASlipIsPrintedInTheAnswerAndOpensTheAccount)
{
    add("sekkel", "sekkel", kelurahan);
    auto const whom = add("rt01", "ketua_rt", kelurahan + ".001.001");
    as("sekkel");
    auto const form = with_id({});
    auto const path = "/pengguna/" + whom.user.str() + "/slip";
    auto const page = post(path, form);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "<svg"));
    EXPECT_TRUE(has(page, "https://rt.blitarkota.go.id/masuk/kode"));
    auto const code = page.body.substr(page.body.find("<p class=\"code\">") + 16, 14);
    EXPECT_TRUE(has(post(path, form), code)) << "sent twice it is the same slip";
    EXPECT_TRUE(has(get("/masuk/kode", {{"kode", code}}), R"(value=")" + code)) << "as the QR opens it";
    token.clear();
    csrf.clear();
    EXPECT_EQ(post("/masuk/kode", {{"code", code}, {"password", "gang melati 12"}, {"again", "gang melati 13"}}).status, 422);
    auto const opened = post("/masuk/kode", {{"code", code}, {"password", "gang melati 12"}, {"again", "gang melati 12"}});
    EXPECT_EQ(opened.status, 303);
    EXPECT_FALSE(header_of(opened, "Set-Cookie", "sesi=").empty());
    EXPECT_EQ(sign_in_code("rt01", "gang melati 12"), "");
}

TEST_F(PageTest, OnesOwnAccountShowsWhoTouchedIt)
{
    add("sekkel", "sekkel", kelurahan);
    auto const whom = add("rt01", "ketua_rt", kelurahan + ".001.001", "081234567803");
    as("sekkel");
    post("/pengguna/" + whom.user.str() + "/slip", with_id({}));
    EXPECT_FALSE(has(get("/orang/" + whom.person.str() + "/nomor"), "6281234567803"));
    EXPECT_TRUE(has(post("/orang/" + whom.person.str() + "/nomor", with_id({{"field", "phone"}, {"reason", "Undangan rapat"}})), "6281234567803"));
    EXPECT_EQ(post("/orang/" + whom.person.str() + "/nomor", with_id({{"field", "nik"}, {"reason", "x"}})).status, 422);
    as("rt01");
    auto const page = get("/akun");
    for (auto const* text : {"Slip dengan kode baru dibuat", "Nama sekkel", "Undangan rapat", "Chrome, Android", "Perangkat ini", "Ketua RT 01 RW 01"})
        EXPECT_TRUE(has(page, text)) << text;
    EXPECT_EQ(post("/akun/sandi", {{"old_password", std::string(password)}, {"password", "pendek"}, {"again", "pendek"}}).status, 422);
    EXPECT_EQ(post("/akun/sandi", {{"old_password", std::string(password)}, {"password", "gang melati 12"}, {"again", "gang melati 12"}}).status, 303);
    EXPECT_EQ(post("/akun/sesi", with_id({})).status, 303);
    EXPECT_EQ(get("/akun").status, 303) << "to the sign-in page";
}

TEST_F(PageTest, AListOfPeopleIsCheckedBeforeItIsSaved)
{
    add("sekkel", "sekkel", kelurahan);
    as("sekkel");
    EXPECT_EQ(get("/pengguna/impor").status, 200);
    std::string const heading = "nama,telepon,jabatan,tempat,nomor sk\n";
    auto const good = heading + "Budi Santoso,081200000011,Ketua RT,RT 01 RW 01,SK 4\nCitra Dewi,081200000012,Ketua RW,RW 2,SK 4\n";
    auto const bad = post("/pengguna/impor", with_id({{"from", "3/7/2023"}, {"text", good + "Eko,12,Raja,RT 9,SK 4\n"}, {"_do", "periksa"}}));
    EXPECT_EQ(bad.status, 422);
    EXPECT_TRUE(has(bad, "Jabatan: Jabatan “Raja” tidak dikenal")) << "the column is named";
    EXPECT_TRUE(has(bad, "sejauh ini benar")) << "nothing is promised while a row is wrong";
    EXPECT_TRUE(has(bad, "Unduh baris yang ditolak"));
    EXPECT_TRUE(has(bad, "Budi Santoso;081200000011")) << "what was pasted stays";
    auto const ready = post("/pengguna/impor", with_id({{"from", "3/7/2023"}, {"text", good}, {"_do", "periksa"}}));
    EXPECT_EQ(ready.status, 200);
    EXPECT_TRUE(has(ready, "2 baris benar"));
    EXPECT_TRUE(has(ready, "Simpan semua"));
    EXPECT_TRUE(look([&](db::ReadTx& tx) { return actor_of_login(tx, city, "budi.santoso", services.today()); }).error().code == "identity.unknown_user");
    auto const saved = post("/pengguna/impor", with_id({{"from", "3/7/2023"}, {"text", good}, {"_do", "simpan"}}));
    EXPECT_EQ(saved.status, 200);
    EXPECT_TRUE(has(saved, "Ketua RT 01 RW 01"));
    EXPECT_TRUE(has(saved, "Ketua RW 02"));
    EXPECT_EQ(actor("budi.santoso").name, "Budi Santoso");
    EXPECT_EQ(post("/pengguna/impor", with_id({{"from", "3/7/2023"}, {"text", "apa saja"}, {"_do", "periksa"}})).status, 422);
}

TEST_F(PageTest, TheLanguageLeadsBackToOurOwnPages)
{
    auto const english = get("/bahasa/en", {{"kembali", "/akun"}});
    EXPECT_EQ(header_of(english, "Location"), "/akun");
    EXPECT_TRUE(header_of(english, "Set-Cookie", "bahasa=en").find("HttpOnly") != std::string::npos);
    EXPECT_EQ(header_of(get("/bahasa/en", {{"kembali", "https://evil.example"}}), "Location"), "/");
    EXPECT_EQ(get("/bahasa/xx").status, 404);
}

} // namespace
} // namespace rtkeren::identity
