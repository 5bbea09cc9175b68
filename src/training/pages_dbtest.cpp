#include "training/fixture_dbtest.hpp"

#include "training/certificates.hpp"
#include "training/pages_room.hpp"
#include "training/pdf_dbtest.hpp"
#include "training/words_dbtest.hpp"

namespace rtkeren::training {
namespace {

using http::Method;
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// The pages through the server's own dispatch, as one person after another; nobody is a visitor.
struct CoursePagesTest : CourseTest {
    std::vector<http::Route> all_routes {routes(services)};
    std::optional<http::Session> session;
    http::Hooks hooks {.session = [this](http::Request const&) { return session; },
        .error_page = [this](http::Request const& request, std::optional<http::Session> const& who, Error const& error) {
            http::Exchange const exchange {request, who, {}, Language::Indonesian};
            return screens::refusal(services, exchange, error);
        },
        .finish = {},
        .ulid = [this] { return env.ulid(); }};

    void SetUp() override
    {
        CourseTest::SetUp();
        register_words();
        static operations::Registry const registry = [this] {
            operations::Registry made;
            made.add(all);
            return made;
        }();
        screens::use_registry(registry);
        screens::use_panels(panels());
    }
    http::Response ask(Actor const* actor, Method method, std::string path, Pairs pairs = {})
    {
        session = actor ? std::optional(http::Session {*actor, "token", false}) : std::nullopt;
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.target = request.path;
        request.remote_address = "10.0.0.7";
        request.headers = {{"host", "rt.example"}, {"sec-fetch-site", "same-origin"}};
        (method == Method::Post ? request.form : request.query) = std::move(pairs);
        if (method == Method::Post) {
            request.form.emplace_back("csrf", "token");
            request.form.emplace_back("id", env.ulid().str());
        }
        return http::dispatch(all_routes, hooks, request);
    }
    http::Response get(Actor const& actor, std::string path, Pairs query = {}) { return ask(&actor, Method::Get, std::move(path), std::move(query)); }
    http::Response visit(std::string path, Pairs query = {}) { return ask(nullptr, Method::Get, std::move(path), std::move(query)); }
    http::Response post(Actor const& actor, std::string path, Pairs form = {}) { return ask(&actor, Method::Post, std::move(path), std::move(form)); }
    static bool has(http::Response const& response, std::string_view text) { return response.body.find(text) != std::string::npos; }

    Pairs plan_form(std::string_view topic)
    {
        return {{"purse", umkm.str()}, {"topic", std::string(topic)}, {"lines", line(rt1, "umkm", "Honor pelatih")}, {"title", "Kue <RT> 01"}, {"venue", "Balai"}, {"quota", "10"},
            {"call_from", "2023-07-03"}, {"call_until", "2023-07-10"}, {"sessions.0.on", "2023-07-15"}, {"sessions.0.begins", "08.00"}, {"sessions.0.ends", "16.00"}, {"sessions.1.on", ""},
            {"sessions.1.begins", ""}};
    }
};

TEST_F(CoursePagesTest, TopicsAreListedShownAndKept)
{
    auto const list = get(keeper, "/topik-pelatihan");
    EXPECT_EQ(list.status, 200);
    EXPECT_TRUE(has(list, "Makanan beku: nugget dan rolade"));
    EXPECT_FALSE(has(list, "/topik-pelatihan/baru"));
    EXPECT_TRUE(has(get(dinas, "/topik-pelatihan"), "/topik-pelatihan/baru"));
    EXPECT_EQ(get(keeper, "/topik-pelatihan", {{"format", "xlsx"}}).status, 200);
    auto const frozen = get(keeper, "/topik-pelatihan/frozen_food");
    EXPECT_TRUE(has(frozen, "P-IRT tidak dapat diberikan"));
    EXPECT_TRUE(has(frozen, "BPOM"));
    EXPECT_EQ(get(keeper, "/topik-pelatihan/baru").status, 403);
    auto const wrong = post(dinas, "/topik-pelatihan/baru", {{"code", "Teh Poci"}, {"name", "Teh <poci>"}, {"category", "pelatihan_minuman"}, {"curriculum", "Daun"}, {"hours", "8"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, "Teh &lt;poci&gt;")) << "what was typed stays";
    EXPECT_TRUE(has(wrong, "huruf kecil"));
    EXPECT_EQ(post(dinas, "/topik-pelatihan/baru", {{"code", "teh"}, {"name", "Teh"}, {"category", "pelatihan_minuman"}, {"curriculum", "Daun"}, {"hours", "8"}}).status, 303);
    EXPECT_TRUE(has(get(dinas, "/topik-pelatihan/teh/ubah"), "value=\"Teh\""));
    EXPECT_EQ(post(dinas, "/topik-pelatihan/teh/ubah", {{"version", "1"}, {"name", "Teh poci"}, {"category", "pelatihan_minuman"}, {"curriculum", "Daun"}, {"hours", "8"}}).status, 303);
    EXPECT_EQ(post(dinas, "/topik-pelatihan/teh/pensiun").status, 422) << "a reason";
    EXPECT_EQ(post(dinas, "/topik-pelatihan/teh/pensiun", {{"reason", "Salah"}}).status, 303);
    EXPECT_EQ(post(dinas, "/topik-pelatihan/bawaan").status, 409);
    EXPECT_EQ(get(dinas, "/topik-pelatihan/impor").status, 200);
    EXPECT_EQ(get(dinas, "/topik-pelatihan/tidak_ada").status, 404);
}

TEST_F(CoursePagesTest, PlanningShowsThePapersBeforeSaving)
{
    auto const start = get(keeper, "/pelatihan/baru");
    EXPECT_TRUE(has(start, umkm.str()));
    EXPECT_FALSE(has(start, fisik.str())) << "works pay for no course";
    EXPECT_TRUE(has(get(outsider, "/pelatihan/baru"), "Belum ada kantong"));
    auto const form = get(keeper, "/pelatihan/baru", {{"kantong", umkm.str()}, {"topik", "kue_beku"}});
    EXPECT_TRUE(has(form, "P-IRT tidak dapat diberikan"));
    EXPECT_TRUE(has(form, "Honor pelatih"));
    EXPECT_TRUE(has(form, "Rp400.000")) << "what a seat usually costs";
    EXPECT_TRUE(has(form, "Rp300.000")) << "the pack's bounds";
    EXPECT_FALSE(has(form, "Kemasan")) << "a line for something else";
    EXPECT_EQ(get(outsider, "/pelatihan/baru", {{"kantong", umkm.str()}, {"topik", "kue_beku"}}).status, 404);
    auto wrong = plan_form("kue_beku");
    wrong[8].second = "2024-07-15";
    auto const refused_page = post(keeper, "/pelatihan/baru", wrong);
    EXPECT_EQ(refused_page.status, 422);
    EXPECT_TRUE(has(refused_page, "Kue &lt;RT&gt; 01"));
    EXPECT_TRUE(has(refused_page, "2024-07-15"));
    EXPECT_TRUE(has(refused_page, "P-IRT tidak dapat diberikan"));
    auto const saved = post(keeper, "/pelatihan/baru", plan_form("kue_beku"));
    EXPECT_EQ(saved.status, 303);
    auto const list = get(keeper, "/pelatihan/semua");
    EXPECT_TRUE(has(list, "Kue &lt;RT&gt; 01"));
    EXPECT_EQ(get(keeper, "/pelatihan/semua", {{"format", "csv"}, {"keadaan", "planned"}}).status, 200);
    EXPECT_FALSE(has(get(outsider, "/pelatihan/semua"), "Kue &lt;RT&gt;"));
}

TEST_F(CoursePagesTest, ACourseIsChangedOnItsForm)
{
    auto const id = planned_course().id;
    auto const path = "/pelatihan/" + id;
    auto const form = get(keeper, path + "/ubah");
    EXPECT_TRUE(has(form, "value=\"Pelatihan kue RT 01\""));
    EXPECT_TRUE(has(form, "checked"));
    Pairs const change {{"lines", line(rt1, "umkm", "Honor pelatih")}, {"topic", "bakpia"}, {"title", "Judul baru"}, {"venue", "Balai"}, {"quota", "11"}, {"call_from", "2023-07-03"},
        {"call_until", "2023-07-10"}, {"version", "1"}};
    EXPECT_EQ(post(keeper, path + "/ubah", change).status, 303);
    auto const again = post(keeper, path + "/ubah", change);
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(has(again, "Orang lain sudah mengubahnya"));
    EXPECT_EQ(get(outsider, path + "/ubah").status, 404);
}

TEST_F(CoursePagesTest, WhoMayNotReadSeesOnlyWhatIsPublic)
{
    auto const id = planned_course().id;
    auto const path = "/pelatihan/" + id;
    EXPECT_EQ(visit(path).status, 404) << "not called yet";
    EXPECT_EQ(get(outsider, path).status, 404);
    EXPECT_EQ(get(keeper, path).status, 200);
    must(keeper, "training.open", {{"course", id}});
    apply_all(id, {"Ani Lestari", "Budi Santoso"});
    auto const call = visit(path);
    EXPECT_EQ(call.status, 200);
    EXPECT_TRUE(has(call, path + "/daftar"));
    EXPECT_FALSE(has(call, "Ani Lestari"));
    EXPECT_TRUE(has(visit("/pelatihan"), "Pelatihan kue RT 01"));
    EXPECT_EQ(visit("/pelatihan", {{"format", "json"}, {"keadaan", "now"}}).status, 200);
    at("2023-07-11");
    must(keeper, "training.select", {{"course", id}});
    auto const list = visit(path);
    EXPECT_TRUE(has(list, "A. L."));
    EXPECT_FALSE(has(list, "Lestari"));
    EXPECT_FALSE(has(get(outsider, path), "Lestari"));
    EXPECT_EQ(get(outsider, path + "/peserta").status, 404);
    EXPECT_EQ(ask(nullptr, Method::Get, path + "/peserta").status, 303) << "signs in first";
    EXPECT_TRUE(has(get(keeper, path + "/peserta"), "Ani Lestari"));
    EXPECT_TRUE(has(get(keeper, path + "/peserta"), "6281")) << "masked";
    EXPECT_FALSE(has(get(keeper, path + "/peserta"), "08123456"));
}

TEST_F(CoursePagesTest, AVisitorAppliesAndIsHeldUpWhenTooMany)
{
    auto const id = opened_course();
    auto const path = "/pelatihan/" + id + "/daftar";
    EXPECT_TRUE(has(visit(path), "NIK tidak diminta"));
    auto const sent = [&](Pairs form) { return ask(nullptr, Method::Post, path, std::move(form)); };
    auto const wrong = sent({{"name", "Ani <b>"}, {"phone", "123"}, {"place", std::string(rt1)}, {"consent", "true"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, "Ani &lt;b&gt;"));
    auto const done = sent({{"name", "Ani"}, {"phone", "081234567890"}, {"place", std::string(rt1)}, {"idea", "Nastar"}, {"consent", "true"}});
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(seats(id).front().came_by, "call");
    EXPECT_EQ(sent({{"name", "Ani"}, {"phone", "081234567890"}, {"place", std::string(rt1)}, {"consent", "true"}}).status, 409);
    int status = 0;
    for (int i = 0; i < 30 && status != 429; ++i)
        status = sent({{"name", "Robot"}, {"phone", "1"}}).status;
    EXPECT_EQ(status, 429);
    env.advance_seconds(16 * 60);
    EXPECT_EQ(sent({{"name", "Budi"}, {"phone", "081234567891"}, {"place", std::string(rt1)}, {"consent", "true"}}).status, 303);
}

TEST_F(CoursePagesTest, TheListIsSetOnItsPageWithReasons)
{
    auto const id = opened_course(1);
    auto const path = "/pelatihan/" + id;
    apply_all(id, {"Ani", "Budi"});
    EXPECT_TRUE(has(get(keeper, path + "/seleksi"), "masih dibuka"));
    at("2023-07-11");
    auto const page = get(keeper, path + "/seleksi");
    EXPECT_TRUE(has(page, "belum pernah ikut (3)"));
    EXPECT_TRUE(has(page, "Tetapkan peserta"));
    EXPECT_EQ(get(leader, path + "/seleksi").status, 403);
    Pairs form {{"decisions.0.seat", seat_named(id, "Ani")}, {"decisions.0.decision", ""}, {"decisions.0.reason", ""}, {"decisions.1.seat", seat_named(id, "Budi")},
        {"decisions.1.decision", "refused"}, {"decisions.1.reason", "x"}};
    auto const wrong = post(keeper, path + "/seleksi", form);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, "berbeda dari usulan"));
    EXPECT_TRUE(has(wrong, "value=\"refused\" selected"));
    form.back().second = "Sudah pindah rumah";
    EXPECT_EQ(post(keeper, path + "/seleksi", form).status, 303);
    EXPECT_EQ(state_of(id, "Budi"), "refused");
    auto const seat = path + "/peserta/" + seat_named(id, "Budi");
    EXPECT_TRUE(has(get(keeper, seat), "Sudah pindah rumah"));
    EXPECT_TRUE(has(get(keeper, seat + "/putuskan"), "Daftar tunggu"));
    EXPECT_EQ(post(keeper, seat + "/putuskan", {{"decision", "waiting"}}).status, 422);
    EXPECT_EQ(post(keeper, seat + "/putuskan", {{"decision", "waiting"}, {"reason", "Alamat lama ternyata benar"}}).status, 303);
    EXPECT_EQ(post(leader, path + "/peserta/" + seat_named(id, "Ani") + "/mundur", {{"reason", "Sakit"}}).status, 303);
    EXPECT_EQ(state_of(id, "Budi"), "selected");
}

TEST_F(CoursePagesTest, TheOfficeFindsAndRecordsApplicants)
{
    auto const id = opened_course();
    auto const path = "/pelatihan/" + id + "/peserta/baru";
    EXPECT_EQ(get(leader, path).status, 200);
    EXPECT_TRUE(has(get(leader, path, {{"q", "Tidak Ada"}}), "Tidak ada yang cocok"));
    auto const wrong = post(leader, path, {{"name", ""}, {"poor", "unknown"}, {"consent", "true"}, {"idea", "Sambal"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong, "Sambal"));
    EXPECT_EQ(post(leader, path, {{"name", "Cici Maharani"}, {"phone", "081234567899"}, {"place", std::string(rt1)}, {"poor", "yes"}, {"consent", "true"}}).status, 303);
    EXPECT_TRUE(has(get(leader, path, {{"q", "cici"}}), "Cici Maharani"));
    EXPECT_EQ(get(outsider, path).status, 404);
}

TEST_F(CoursePagesTest, EachStepHasItsForm)
{
    auto const id = planned_course().id;
    auto const path = "/pelatihan/" + id;
    EXPECT_TRUE(has(get(keeper, path), path + "/buka"));
    EXPECT_TRUE(has(get(keeper, path + "/buka"), "Warga bisa mendaftar"));
    EXPECT_EQ(get(keeper, path + "/tutup").status, 409);
    EXPECT_EQ(post(keeper, path + "/buka").status, 303);
    EXPECT_EQ(post(keeper, path + "/batal").status, 422) << "a reason";
    EXPECT_EQ(get(keeper, path + "/pertemuan/baru").status, 200);
    EXPECT_EQ(post(keeper, path + "/pertemuan/baru", {{"on", "2023-07-17"}, {"begins", "jam 8"}, {"ends", "10.00"}, {"reason", "Kemasan"}}).status, 422);
    EXPECT_EQ(post(keeper, path + "/pertemuan/baru", {{"on", "2023-07-17"}, {"begins", "08.00"}, {"ends", "10.00"}, {"reason", "Kemasan"}}).status, 303);
    auto const sessions = must_read([&](db::ReadTx& tx) { return sessions_of(tx, city, CourseId::parse(id).value()); });
    auto const meeting_path = path + "/pertemuan/" + sessions[2].id.str();
    EXPECT_TRUE(has(get(keeper, meeting_path + "/pindah"), "2023-07-17"));
    EXPECT_EQ(post(keeper, meeting_path + "/pindah", {{"version", "1"}, {"on", "2023-07-18"}, {"begins", "08.00"}, {"ends", "10.00"}, {"reason", "Libur"}}).status, 303);
    EXPECT_EQ(post(keeper, meeting_path + "/batal", {{"reason", "Hujan"}}).status, 303);
    EXPECT_TRUE(has(get(keeper, path), "Dibatalkan: Hujan"));
    EXPECT_EQ(get(keeper, path + "/pengajar/baru").status, 200);
    auto const no_nik = post(keeper, path + "/pengajar/baru", {{"name", "Wahyu"}, {"place", std::string(rt2)}, {"expertise", "Roti"}, {"hours", "4"}, {"honor", "600.000"}});
    EXPECT_EQ(no_nik.status, 422);
    EXPECT_TRUE(has(no_nik, "600.000"));
    EXPECT_EQ(post(keeper, path + "/pengajar/baru",
                  {{"name", "Wahyu"}, {"place", std::string(rt2)}, {"expertise", "Roti"}, {"hours", "4"}, {"honor", "600.000"}, {"no_nik", "lost"}}).status, 303);
    auto const page = get(keeper, path);
    EXPECT_TRUE(has(page, "Wahyu"));
    EXPECT_TRUE(has(page, "Rp15.000")) << "PPh 21: five per cent of half of the honour";
    auto const trainer_id = must_read([&](db::ReadTx& tx) { return trainers_of(tx, city, CourseId::parse(id).value()); }).front().id;
    EXPECT_EQ(get(keeper, path + "/pengajar/" + trainer_id.str() + "/keluar").status, 200);
    EXPECT_EQ(post(keeper, path + "/pengajar/" + trainer_id.str() + "/keluar", {{"reason", "Berhalangan"}}).status, 303);
    EXPECT_EQ(post(keeper, path + "/batal", {{"reason", "Pengajar sakit"}}).status, 303);
    EXPECT_TRUE(has(visit(path), "Dibatalkan")) << "who applied learns of it";
}

TEST_F(CoursePagesTest, ResultsScoresCostsAndTheEnd)
{
    auto const id = running_course();
    auto const path = "/pelatihan/" + id;
    auto const seat = path + "/peserta/" + seat_named(id, "Ani");
    EXPECT_TRUE(has(get(leader, "/pelatihan/semua"), "Pelatihan kue RT 01")) << "a facilitator sees the own courses";
    EXPECT_TRUE(has(get(leader, path + "/nilai"), "Ani"));
    EXPECT_EQ(post(leader, path + "/nilai", {{"kind", "pre"}, {"scores.0.seat", seat_named(id, "Ani")}, {"scores.0.score", "101"}}).status, 422);
    EXPECT_EQ(post(leader, path + "/nilai", {{"kind", "pre"}, {"scores.0.seat", seat_named(id, "Ani")}, {"scores.0.score", "55"}}).status, 303);
    EXPECT_TRUE(has(get(leader, path + "/nilai", {{"tes", "akhir"}}), "Tes awal: 55"));
    EXPECT_EQ(get(leader, seat + "/hasil").status, 200);
    Pairs result {{"product", "Nastar"}, {"pieces", "10"}, {"price", "25.000"}, {"materials.0.name", "Tepung"}, {"materials.0.quantity", "1,5"}, {"materials.0.unit", "kg"},
        {"materials.0.price", "12.000"}, {"materials.1.name", ""}, {"materials.1.quantity", ""}};
    auto const no_photo = post(leader, seat + "/hasil", result);
    EXPECT_EQ(no_photo.status, 422);
    EXPECT_TRUE(has(no_photo, "Nastar"));
    result.emplace_back("photo", picture());
    EXPECT_EQ(post(leader, seat + "/hasil", result).status, 303);
    EXPECT_TRUE(has(get(keeper, seat), "Rp1.800")) << "18.000 for ten";
    at("2023-07-16");
    EXPECT_TRUE(has(get(leader, path + "/selesai"), "Budi tidak selesai"));
    EXPECT_EQ(post(leader, path + "/selesai", {{"dropped.1.seat", seat_named(id, "Budi")}, {"dropped.1.reason", ""}}).status, 422);
    EXPECT_EQ(post(leader, path + "/selesai", {{"dropped.1.seat", seat_named(id, "Budi")}, {"dropped.1.reason", "Berhenti datang"}}).status, 303);
    EXPECT_TRUE(has(get(keeper, path), "belum punya hasil"));
    EXPECT_EQ(get(leader, seat + "/kelanjutan").status, 200);
    EXPECT_EQ(post(leader, seat + "/kelanjutan", {{"outcome", "will_not_continue"}}).status, 422);
    for (auto const* name : {"Ani", "Citra"})
        EXPECT_EQ(post(leader, path + "/peserta/" + seat_named(id, name) + "/kelanjutan", {{"outcome", "group"}, {"reason", "Kelompok Mawar"}}).status, 303);
    EXPECT_EQ(post(keeper, path + "/tutup").status, 303);
    EXPECT_TRUE(has(get(keeper, path + "/biaya"), "Honor pelatih"));
    EXPECT_TRUE(has(get(keeper, "/topik-pelatihan/bakpia"), "2 dalam kelompok, dari 2 yang selesai"));
}

TEST_F(CoursePagesTest, ACertificateIsSignedByWhoWasInOfficeThatDay)
{
    use_paper_fonts();
    auto const holds = [&](std::string name, std::string_view role, std::string_view place, std::string_view from, std::optional<std::string_view> until = {}) {
        PersonId const id(env.ulid());
        must_write([&](db::WriteTx& tx) -> Result<void> {
            Context context {services, dinas, city, env.now(), services.today(), {}, {}, 0, env.ulid()};
            TRY(identity::add_person(tx, context, {.id = id, .name = std::move(name), .phone = {}, .nik = {}, .nip = "198501012010012001", .region = std::string(kelurahan)}));
            return identity::add_grant(tx, context, {.id = env.ulid(), .person = id, .role = std::string(role), .place = std::string(place), .pokmas = role == "lurah" ? "" : mekar.str(), .decree = "SK",
                                                        .from = Date::parse(from).value(), .until = until ? std::optional(Date::parse(*until).value()) : std::nullopt});
        });
    };
    holds("Lurah Lama", "lurah", kelurahan, "2023-01-01", "2023-08-31");
    holds("Lurah Baru", "lurah", kelurahan, "2023-09-01");
    holds("Ketua Mekar", "pokmas_ketua", "35.72.03.1001.001", "2023-01-01");
    auto const id = finished_course({"Ani Lestari"});
    EXPECT_EQ(post(keeper, "/pelatihan/" + id + "/sertifikat").status, 303);
    at("2023-10-02");
    auto const text = text_of_pdf(get(leader, "/pelatihan/" + id + "/peserta/" + seats(id).front().id.str() + "/sertifikat.pdf").body);
    EXPECT_NE(text.find("Lurah Lama"), std::string::npos) << text;
    EXPECT_NE(text.find("Ketua Mekar"), std::string::npos) << text;
    EXPECT_EQ(text.find("Lurah Baru"), std::string::npos) << "came later";
}

TEST_F(CoursePagesTest, TheNumberOfAFamilyCardIsShownOnceWithAReason)
{
    auto const id = opened_course();
    must(identity::system_actor(city, {}), "training.apply", with(applying(id, "Ani", "081234567890"), "household", "3572010102030004"));
    auto const path = "/pelatihan/" + id + "/peserta/" + seats(id).front().id.str();
    auto const unmasker = person("Bu Sekkel", "sekkel", std::string(kelurahan), {"identity.unmask", "training.read"});
    EXPECT_TRUE(has(get(leader, path), "3572••••••••0004"));
    EXPECT_FALSE(has(get(leader, path), path + "/kk"));
    EXPECT_EQ(get(leader, path + "/kk").status, 403);
    EXPECT_TRUE(has(get(unmasker, path), path + "/kk"));
    EXPECT_FALSE(has(get(unmasker, path + "/kk"), "3572010102030004"));
    EXPECT_EQ(post(unmasker, path + "/kk", {{"reason", ""}}).status, 422);
    auto const shown = post(unmasker, path + "/kk", {{"reason", "Cocokkan dengan kartunya"}});
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(has(shown, "3572010102030004"));
    EXPECT_FALSE(has(get(unmasker, path + "/kk"), "3572010102030004"));
    EXPECT_TRUE(has(get(leader, path), "Nomor KK dilihat"));
    EXPECT_TRUE(has(get(leader, path), "Cocokkan dengan kartunya"));
    auto const elsewhere = person("Lain", "sekkel", "35.72.03.1009", {"identity.unmask", "training.read"});
    EXPECT_EQ(post(elsewhere, path + "/kk", {{"reason", "Ingin tahu"}}).status, 404);
}

TEST_F(CoursePagesTest, ACertificateIsPrintedAndChecked)
{
    auto const id = finished_course({"Ani Lestari"});
    auto const path = "/pelatihan/" + id;
    EXPECT_TRUE(has(get(keeper, path + "/sertifikat"), "1 peserta yang selesai belum punya sertifikat"));
    EXPECT_EQ(post(keeper, path + "/sertifikat").status, 303);
    auto const seat = seats(id).front();
    auto const pdf = get(leader, path + "/peserta/" + seat.id.str() + "/sertifikat.pdf");
    EXPECT_EQ(pdf.status, 200);
    EXPECT_EQ(pdf.body.substr(0, 4), "%PDF");
    EXPECT_EQ(get(outsider, path + "/peserta/" + seat.id.str() + "/sertifikat.pdf").status, 404);
    auto const good = visit(verify_href(seat.certificate_code));
    EXPECT_TRUE(has(good, "Sertifikat ini berlaku"));
    EXPECT_TRUE(has(good, "A. L."));
    EXPECT_FALSE(has(good, "Lestari"));
    EXPECT_EQ(visit("/sertifikat/0000").status, 404);
    EXPECT_EQ(post(keeper, path + "/peserta/" + seat.id.str() + "/cabut", {{"reason", "Nama salah eja"}}).status, 303);
    EXPECT_TRUE(has(visit(verify_href(seat.certificate_code)), "sudah dicabut"));
    EXPECT_TRUE(has(get(keeper, path + "/peserta/" + seat.id.str()), "Nama salah eja"));
    EXPECT_EQ(get(keeper, path + "/poster.pdf").body.substr(0, 4), "%PDF");
    EXPECT_EQ(get(keeper, path + "/peserta.pdf").body.substr(0, 4), "%PDF");
    EXPECT_EQ(get(outsider, path + "/peserta.pdf").status, 404);
}

TEST_F(CoursePagesTest, PurseAndRtShowTheirCourses)
{
    auto const id = opened_course();
    auto const unit = purse_of(rt1, "umkm").unit;
    auto const part = [&](std::string_view slot, Actor const* actor, std::string subject) {
        std::string all_html;
        for (auto const& panel : panels())
            if (panel.slot == slot)
                all_html += must_read([&](db::ReadTx& tx) { return panel.render(services, tx, actor, subject); }).str();
        return all_html;
    };
    EXPECT_NE(part("purse", &keeper, umkm.str()).find("Pelatihan kue RT 01"), std::string::npos);
    EXPECT_NE(part("purse", &keeper, umkm.str()).find("/pelatihan/baru?kantong="), std::string::npos) << "the other line is free";
    EXPECT_TRUE(part("purse", nullptr, umkm.str()).empty());
    EXPECT_TRUE(part("purse", &outsider, umkm.str()).empty());
    EXPECT_NE(part("unit", nullptr, unit.str()).find("Pelatihan kue RT 01"), std::string::npos);
    must(keeper, "training.back_to_plan", {{"course", id}, {"reason", "Belum siap"}});
    EXPECT_TRUE(part("unit", nullptr, unit.str()).empty()) << "a plan is not announced";
}

} // namespace
} // namespace rtkeren::training
