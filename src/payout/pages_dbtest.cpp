#include "payout/fixture_dbtest.hpp"
#include "secrets/secrets.hpp"

namespace rtkeren::payout {
namespace {

using http::Method;
using Pairs = std::vector<std::pair<std::string, std::string>>;

bool has(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }

std::string location_of(http::Response const& response)
{
    for (auto const& [name, value] : response.headers)
        if (name == "Location")
            return value;
    return {};
}

/// The pages through the server's own dispatch, with permission and CSRF.
struct PayoutPages : PayoutTest {
    std::vector<http::Route> all_routes { routes(services) };
    std::optional<Actor> actor;
    http::Hooks hooks { .session =
                            [this](http::Request const&) {
                                return actor ? std::optional(http::Session { *actor, "stamp", false }) : std::nullopt;
                            },
        .error_page =
            [this](http::Request const& request, std::optional<http::Session> const& session, Error const& error) {
                http::Exchange const exchange { request, session, {}, Language::Indonesian };
                return screens::refusal(services, exchange, error);
            },
        .finish = {},
        .ulid = [this] { return env.ulid(); } };

    PayoutPages()
    {
        static operations::Registry const registry = [] {
            operations::Registry made;
            made.add(payout::operations());
            register_messages();
            return made;
        }();
        screens::use_registry(registry);
        for (auto* each : { &dewi, &ratna, &hadi, &kas })
            let_read(*each);
    }
    void lurah_in_office(std::string const& name, std::string_view first, std::string_view last, bool acting)
    {
        must_write([&](db::WriteTx& tx) -> Result<void> {
            operations::Context context { services, dewi, city, env.now(), services.today(), {}, {}, 0, env.ulid() };
            PersonId const id(env.ulid());
            TRY(identity::add_person(tx, context, { .id = id, .name = name, .phone = {}, .nik = {}, .nip = "198001012005011001", .region = std::string(kelurahan) }));
            return identity::add_grant(tx, context,
                { .id = env.ulid(), .person = id, .role = "lurah", .place = std::string(kelurahan), .pokmas = {}, .decree = "SK", .from = Date::parse(first).value(),
                    .until = Date::parse(last).value(), .acting = acting });
        });
    }
    static void let_read(Actor& who)
    {
        for (auto& grant : who.grants) {
            grant.permissions.emplace_back("insight.read");
            std::ranges::sort(grant.permissions);
        }
        who.permissions.emplace_back("insight.read");
        std::ranges::sort(who.permissions);
    }
    http::Response ask(Actor const& who, Method method, std::string path, Pairs pairs)
    {
        actor = who;
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.target = request.path;
        request.remote_address = "10.0.0.9";
        request.headers = { { "host", "rt.blitarkota.go.id" } };
        (method == Method::Post ? request.form : request.query) = std::move(pairs);
        if (method == Method::Post)
            request.form.emplace_back("csrf", "stamp");
        return http::dispatch(all_routes, hooks, request);
    }
    http::Response get(Actor const& who, std::string path, Pairs query = {}) { return ask(who, Method::Get, std::move(path), std::move(query)); }
    http::Response post(Actor const& who, std::string path, Pairs form = {})
    {
        form.emplace_back("id", env.ulid().str());
        return ask(who, Method::Post, std::move(path), std::move(form));
    }
    /// Somebody who could press every button: pages are asked for, nothing is done.
    Actor everybody()
    {
        std::vector<Permission> all_of_room { "insight.read" };
        for (auto const each : permissions())
            all_of_room.emplace_back(each);
        std::ranges::sort(all_of_room);
        return person("Semua", "x", "35.72", all_of_room);
    }
    void make_contract()
    {
        sign_contract();
        let_read(chair);
        let_read(treasurer);
    }
};

TEST_F(PayoutPages, ATrancheIsWalkedFromPageToPage)
{
    make_contract();
    red_purses() = { purse_of(rt2, "umkm").id.str() };
    Pairs const asked { { "pokmas", pokmas_id.str() }, { "tahun", "2023" }, { "termin", "1" } };
    auto const preview = get(chair, "/pencairan/baru", asked);
    ASSERT_EQ(preview.status, 200) << preview.body;
    EXPECT_TRUE(has(preview, "2 dari 3 RT memenuhi syarat"));
    EXPECT_TRUE(has(preview, "Rp50.000.002"));
    EXPECT_TRUE(has(preview, R"(href="/belanja")")) << "what mends a red gate";
    auto const requested = post(chair, "/pencairan/baru",
        { { "pokmas", pokmas_id.str() }, { "year", "2023" }, { "number", "1" }, { "units", std::string(rt1) }, { "units", std::string(rt3) } });
    ASSERT_EQ(requested.status, 303) << requested.body;
    auto const path = location_of(requested);
    auto const id = path.substr(std::string("/pencairan/").size());

    auto const page = get(dewi, path);
    EXPECT_TRUE(has(page, "Nyatakan permintaan Rp50.000.002 untuk 2 RT lengkap?"));
    EXPECT_TRUE(has(page, "Kontrak ditandatangani"));
    EXPECT_FALSE(has(get(ratna, path), path + "/setujui"));
    EXPECT_EQ(post(dewi, path + "/verifikasi", { { "version", "1" } }).status, 303);
    EXPECT_EQ(post(dewi, path + "/verifikasi", { { "version", "1" } }).status, 409) << "decided already";
    EXPECT_TRUE(has(get(ratna, "/pencairan", { { "tahun", "2023" } }), "Menunggu persetujuan Anda"));
    EXPECT_EQ(post(ratna, "/pencairan/setujui", { { "tranches", id } }).status, 303);
    EXPECT_EQ(post(hadi, path + "/spp").status, 303);
    EXPECT_EQ(get(kas, path + "/sp2d").status, 200);
    auto const wrong = post(kas, path + "/sp2d", { { "number", "SP2D/1" }, { "date", "31 Februari 2023" } });
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, R"(value="SP2D/1")")) << "what was typed stays";
    EXPECT_EQ(post(kas, path + "/sp2d", { { "number", "SP2D/1" }, { "date", "2023-07-03" } }).status, 303);
    EXPECT_TRUE(has(get(hadi, path), path + "/retur"));
    auto const form = get(treasurer, path + "/terima");
    EXPECT_TRUE(has(form, R"(value="50.000.002")"));
    EXPECT_EQ(post(treasurer, path + "/terima", { { "date", "2023-07-03" }, { "amount", "Rp 50.000.002" } }).status, 303);
    auto const done = get(chair, path);
    EXPECT_TRUE(has(done, "Diterima pokmas"));
    EXPECT_TRUE(has(done, "SP2D/1"));
    EXPECT_TRUE(has(get(kas, "/pencairan", { { "tahun", "2023" }, { "format", "json" } }), R"("amount":50000002)"));
    EXPECT_EQ(get(kas, "/pencairan", { { "tahun", "2023" }, { "keadaan", "confirmed" }, { "q", "mekar" } }).status, 200);
    auto const contracts = get(kas, "/kontrak", { { "tahun", "2023" }, { "keadaan", "in_force" }, { "q", "mekar" }, { "sort", "-requested" }, { "format", "json" } });
    EXPECT_TRUE(has(contracts, R"("requested":50000002)")) << contracts.body;
    EXPECT_TRUE(has(get(chair, "/kontrak", { { "tahun", "2023" } }), "Pokmas Mekar Sari"));
    EXPECT_FALSE(has(get(kas, "/kontrak", { { "tahun", "2023" }, { "keadaan", "ended" }, { "format", "json" } }), "Mekar Sari"));
}

TEST_F(PayoutPages, OthersDoNotSeeAGroupThatIsNotTheirs)
{
    make_contract();
    auto stranger = officer("pokmas_ketua", PokmasId(env.ulid()), "35.72.03.1003.001", { "insight.read", "payout.request" });
    auto const path = "/pokmas/" + pokmas_id.str();
    EXPECT_EQ(get(stranger, path).status, 404);
    EXPECT_EQ(get(chair, path).status, 200);
    auto const head = person("Ketua RT", "ketua_rt", std::string(rt2), { "insight.read" });
    EXPECT_EQ(get(head, path, { { "tahun", "2023" } }).status, 200) << "a head of an RT reads the group of the RW";
    EXPECT_TRUE(has(get(head, "/pokmas"), "Pokmas Mekar Sari"));
    EXPECT_FALSE(has(get(stranger, "/pokmas"), "Pokmas Mekar Sari"));
    EXPECT_EQ(get(chair, "/pokmas/01ARZ3NDEKTSV4RRFFQ69G5FAV").status, 404);
    EXPECT_EQ(get(chair, "/pencairan/x").status, 404);
}

TEST_F(PayoutPages, AGroupIsFormedAndItsPagesShowWhatIsNext)
{
    EXPECT_TRUE(has(get(dewi, "/pokmas/baru"), "RW 01, Kelurahan 1"));
    Pairs form { { "name", "Pokmas Mekar Sari" }, { "rws", std::string(rw) }, { "address", "Jalan Melati 4" }, { "minutes", "BA/1" } };
    auto const refused_form = post(dewi, "/pokmas/baru", form);
    EXPECT_EQ(refused_form.status, 422);
    EXPECT_TRUE(has(refused_form, "Jalan Melati 4"));
    int row = 0;
    for (auto const* position : { "ketua", "sekretaris", "bendahara" }) {
        auto const prefix = "officers." + std::to_string(row++) + ".";
        form.emplace_back(prefix + "position", position);
        form.emplace_back(prefix + "name", std::string("Warga ") + position);
    }
    form.emplace_back("officers.3.position", "pengawas");
    form.emplace_back("officers.3.name", "");
    auto const formed = post(dewi, "/pokmas/baru", form);
    ASSERT_EQ(formed.status, 303) << formed.body;
    auto const path = location_of(formed);
    EXPECT_TRUE(has(get(ratna, path), path + "/sk"));
    EXPECT_EQ(post(ratna, path + "/sk", { { "decree", "188/1" }, { "decree_on", "2023-06-01" }, { "decree_until", "2025-12-31" } }).status, 303);
    EXPECT_EQ(post(dewi, path + "/rekening", { { "bank", "BRI" }, { "account_number", "0011223344" }, { "account_holder", "Bu Sri" } }).status, 422);
    EXPECT_EQ(post(dewi, path + "/rekening", { { "bank", "BRI" }, { "account_number", "0011223344" }, { "account_holder", "pokmas mekar sari" } }).status, 303);
    EXPECT_EQ(post(hadi, path + "/periksa-rekening", { { "evidence", "Surat BRI 5" } }).status, 303);
    EXPECT_EQ(post(dewi, path + "/aktifkan").status, 303);
    auto const page = get(dewi, path);
    EXPECT_TRUE(has(page, "••••3344"));
    EXPECT_FALSE(has(page, "0011223344"));

    auto inspector = person("Pemeriksa", "inspektorat", "35.72", { "identity.unmask", "insight.read" });
    EXPECT_EQ(post(inspector, path + "/nomor-rekening", { { "reason", "" } }).status, 422);
    EXPECT_TRUE(has(post(inspector, path + "/nomor-rekening", { { "reason", "Pemeriksaan retur" } }), "0011223344"));
    EXPECT_EQ(get(ratna, path + "/nomor-rekening").status, 403);
}

TEST_F(PayoutPages, AContractIsSignedAndPrinted)
{
    plan_unit(rt1);
    activate_pokmas();
    auto const path = "/kontrak/baru";
    actor = ratna;
    Pairs const query { { "pokmas", pokmas_id.str() }, { "tahun", "2023" } };
    EXPECT_TRUE(has(get(ratna, path, query), "Rp50.000.000"));
    auto const id = must(ratna, "payout.sign_contract", contract_input()).id;
    auto const page = get(ratna, "/kontrak/" + id);
    EXPECT_TRUE(has(page, "001/KTR/2023"));
    EXPECT_TRUE(has(page, "lima puluh juta rupiah"));
    for (auto const& [name, first, last, acting] : { std::tuple { "Bu Ratna", "2023-01-01", "2023-06-25", false }, std::tuple { "Pak Plh", "2023-06-18", "2023-06-22", true },
             std::tuple { "Bu Baru", "2023-06-26", "2023-12-31", false } })
        lurah_in_office(name, first, last, acting);
    auto const signed_page = get(ratna, "/kontrak/" + id);
    EXPECT_TRUE(has(signed_page, "<p>Plh. ")) << "who stood in on its date, not who is in office today";
    EXPECT_TRUE(has(signed_page, "<b>Pak Plh</b>"));
    plan_unit(rt2);
    EXPECT_EQ(get(ratna, "/kontrak/" + id + "/adendum").status, 200);
    EXPECT_EQ(post(ratna, "/kontrak/" + id + "/adendum", { { "version", "1" }, { "paper", "AD/1" }, { "dated", "2023-06-25" }, { "reason", "RT 02 menyusul" } })
                  .status,
        303);
    EXPECT_TRUE(has(get(ratna, "/kontrak/" + id), "AD/1"));
    EXPECT_EQ(
        post(ratna, "/kontrak/" + id + "/adendum", { { "version", "1" }, { "paper", "AD/2" }, { "dated", "2023-06-25" }, { "reason", "Lagi" } }).status, 409);
}

TEST_F(PayoutPages, ListsAreTriedBeforeTheyAreSaved)
{
    auto const secretary = everywhere(dewi);
    std::string const heading = "Nama Pokmas,RW,Bank,No Rekening,Atas Nama,Nomor SK,Tanggal SK,Berlaku sampai\n";
    auto const bad = heading + "Pokmas Satu,35.72.03.1001.001,BRI,1122334455,Bu Sri,188/1,16/01/2023,31/12/2025\n";
    auto const tried = post(secretary, "/pokmas/impor", { { "text", bad }, { "_do", "periksa" } });
    EXPECT_EQ(tried.status, 422);
    EXPECT_TRUE(has(tried, "harus sama dengan nama pokmas"));
    auto const good = heading + "Pokmas Satu,35.72.03.1001.001,BRI,1122334455,Pokmas Satu,188/1,16/01/2023,31/12/2025\n";
    EXPECT_TRUE(has(post(secretary, "/pokmas/impor", { { "text", good }, { "_do", "periksa" } }), "Simpan semua"));
    EXPECT_EQ(post(secretary, "/pokmas/impor", { { "text", good }, { "_do", "simpan" } }).status, 303);
    EXPECT_EQ(get(secretary, "/pokmas/impor/contoh").status, 200);
    EXPECT_EQ(get(kas, "/pencairan/impor").status, 200);
    auto const none
        = post(kas, "/pencairan/impor", { { "text", "Nomor SP2D,Tanggal,Jumlah,Pokmas\nSP2D/1,3 Juli 2023,75.000.000,Pokmas Satu\n" }, { "_do", "periksa" } });
    EXPECT_TRUE(has(none, "Tidak ada pencairan Pokmas Satu"));
}

TEST_F(PayoutPages, EveryStepOfTheMachinesHasItsPage)
{
    make_contract();
    auto const id = must(chair, "payout.request_tranche", requesting(1)).id;
    for (auto const* path :
        { "verifikasi", "setujui", "spp", "spm", "sp2d", "terima", "retur", "salah-rekening", "kembalikan", "tarik", "kirim" })
        EXPECT_EQ(get(everybody(), "/pencairan/" + id + "/" + path).status, 200) << path;
    EXPECT_EQ(get(everybody(), "/pencairan/" + id + "/diteruskan").status, 409) << "no money of it is with another group";
    for (auto const* path : { "retur", "salah-rekening", "kembalikan", "diteruskan" })
        EXPECT_NE(get(chair, "/pencairan/" + id + "/" + path).status, 200) << path << " is no step of the group's chair";
    EXPECT_EQ(get(dewi, "/pencairan/" + id + "/tarik").status, 403) << "who verifies does not withdraw";
    for (auto const* path : { "sk", "rekening", "periksa-rekening", "aktifkan", "bekukan", "aktifkan-kembali", "sk-berakhir", "bubarkan", "ganti-pengurus" })
        EXPECT_EQ(get(everybody(), "/pokmas/" + pokmas_id.str() + "/" + path).status, 200) << path;
}

} // namespace
} // namespace rtkeren::payout
