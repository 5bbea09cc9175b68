#include "documents/picture.hpp"
#include "enterprise/fixture_dbtest.hpp"
#include "enterprise/product_inputs.hpp"
#include "enterprise/standing.hpp"
#include "jobs/jobs.hpp"

namespace rtkeren::enterprise {
namespace {

struct ProductTest : RegistryTest {
    std::string bakery_id {must(dewi, "enterprise.register", bakery()).id};
    Actor owner {make_actor("Sri", "umkm", kelurahan, {"enterprise.own"}, business(bakery_id).owner)};

    boost::json::object cake()
    {
        return {{"business", bakery_id}, {"name", "Bakpia kering keju"}, {"kind", "kering"}, {"kbli", "2025:10710"}, {"net", "250"}, {"unit", "g"}, {"packaging", "2"}, {"food", "06"},
            {"price_retail", "Rp15.000"}, {"price_wholesale", 13000}, {"cost", 9000}, {"capacity_month", 400}, {"batch_min", 20}, {"shelf_days", 60}, {"process", "Dipanggang"},
            {"ingredients", "Tepung terigu\nGula\nTelur\nKeju"}, {"allergens", boost::json::array {"gluten", "egg", "milk"}}, {"gtin", "8991234567891"},
            {"photos", boost::json::array {picture(), picture()}}};
    }
    Product product(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return find_product(tx, city, ProductId::parse(id).value()); });
    }
    Standing standing(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return legal_standing(tx, services, ProductId::parse(id).value()); });
    }
    std::vector<std::string> photos(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return photos_of(tx, city, ProductId::parse(id).value()); });
    }
    std::string proven(std::string_view kind, std::string_view number, boost::json::object more = {})
    {
        more["business"] = bakery_id;
        more["kind"] = kind;
        more["number"] = number;
        auto const id = must(dewi, "enterprise.add_licence", more).id;
        must(dinas, "enterprise.check_licence", {{"licence", id}, {"result", "issued"}, {"where", "oss.go.id"}, {"file", picture()}});
        return id;
    }
};

TEST_F(ProductTest, IsRecordedWithWhatItIsMadeOf)
{
    auto const id = must(owner, "enterprise.record_product", cake()).id;
    auto const made = product(id);
    EXPECT_EQ(made.name, "Bakpia kering keju");
    EXPECT_EQ(net_words(made), "250 g");
    EXPECT_EQ(made.allergens, "gluten,egg,milk");
    EXPECT_EQ(made.gtin, "08991234567891") << "fourteen digits, whatever was typed";
    EXPECT_EQ(made.code.size(), 10U);
    EXPECT_EQ(photos(id).size(), 2U);
    EXPECT_EQ(refusal(stranger, "enterprise.record_product", cake()), "enterprise.no_business");
    auto const with = [&](std::string_view key, boost::json::value value) {
        auto input = cake();
        input[key] = std::move(value);
        return refusal(owner, "enterprise.record_product", input);
    };
    EXPECT_EQ(with("net", "seperempat"), "net amount.format");
    EXPECT_EQ(with("net", "0,0"), "net amount.zero");
    EXPECT_EQ(with("unit", nullptr), "unit required");
    EXPECT_EQ(with("kind", "apa saja"), "kind enterprise.kind_unknown");
    EXPECT_EQ(with("packaging", "9"), "packaging enterprise.code_unknown");
    EXPECT_EQ(with("food", "16"), "food enterprise.code_unknown");
    EXPECT_EQ(with("gtin", "8991234567892"), "gtin gtin.checksum");
    EXPECT_EQ(with("price_wholesale", 20000), "price_wholesale enterprise.wholesale_above");
    auto twice = cake();
    twice["name"] = "Bakpia kering cokelat";
    auto const second = must(owner, "enterprise.record_product", twice);
    ASSERT_EQ(second.verdicts.size(), 1U);
    EXPECT_EQ(second.verdicts.front().code, "enterprise.gtin_elsewhere");
    twice["gtin"] = "2000000000015";
    EXPECT_EQ(must(owner, "enterprise.record_product", twice).verdicts.front().code, "gtin.restricted");
}

TEST_F(ProductTest, ChangesKeepAVersionAndRememberAnotherRecipe)
{
    auto const id = must(dewi, "enterprise.record_product", cake()).id;
    auto change = cake();
    change.erase("business");
    change.erase("photos");
    change["product"] = id;
    change["version"] = 1;
    change["price_retail"] = 17000;
    must(owner, "enterprise.change_product", change);
    EXPECT_EQ(product(id).price_retail, 17000_rp);
    EXPECT_FALSE(product(id).recipe_changed_on) << "another price is no other recipe";
    EXPECT_EQ(refusal(owner, "enterprise.change_product", change), "enterprise.changed_meanwhile");
    change["version"] = 2;
    change["ingredients"] = "Tepung terigu\nGula\nMargarin";
    auto const changed = must(dewi, "enterprise.change_product", change);
    EXPECT_EQ(product(id).recipe_changed_on, services.today());
    ASSERT_EQ(changed.verdicts.size(), 1U);
    EXPECT_EQ(changed.verdicts.front().code, "enterprise.gtin_kept");
    EXPECT_EQ(refusal(stranger, "enterprise.change_product", change), "enterprise.no_product");
    must(owner, "enterprise.stop_product", {{"product", id}, {"on", "2025-12-31"}, {"reason", "Oven rusak"}});
    EXPECT_EQ(refusal(owner, "enterprise.stop_product", {{"product", id}, {"on", "2025-12-31"}, {"reason", "Oven rusak"}}), "enterprise.product_stopped");
    must(owner, "enterprise.resume_product", {{"product", id}, {"reason", "Oven baru"}});
    EXPECT_EQ(refusal(owner, "enterprise.resume_product", {{"product", id}, {"reason", "Oven baru"}}), "enterprise.product_active");
    std::string told;
    for (auto const& event : look([&](db::ReadTx& tx) { return jobs::events_after(tx, city, 0, 100); }))
        if (event.kind == "enterprise.product_changed" && event.subject == id)
            told += std::string(event.payload.at("by").as_string().subview(std::string_view("enterprise.").size())) + " ";
    EXPECT_EQ(told, "record_product change_product change_product stop_product resume_product ") << "who follows products hears of each change once";
}

TEST_F(ProductTest, PicturesComeGoAndChangePlaces)
{
    auto const id = must(owner, "enterprise.record_product", cake()).id;
    auto const third = picture();
    must(owner, "enterprise.add_photos", {{"product", id}, {"photos", boost::json::array {third}}});
    ASSERT_EQ(photos(id).size(), 3U);
    EXPECT_EQ(photos(id).back(), third);
    must(owner, "enterprise.first_photo", {{"product", id}, {"photo", third}});
    EXPECT_EQ(photos(id).front(), third);
    must(owner, "enterprise.remove_photo", {{"product", id}, {"photo", third}});
    EXPECT_EQ(photos(id).size(), 2U);
    EXPECT_EQ(refusal(owner, "enterprise.remove_photo", {{"product", id}, {"photo", third}}), "enterprise.no_photo");
    auto const paper = evidence::store_bytes(services, dewi, "%PDF-1.4 bukan foto").value().sha256;
    EXPECT_EQ(refusal(owner, "enterprise.add_photos", {{"product", id}, {"photos", boost::json::array {paper}}}), "photos enterprise.photo_type");
    boost::json::array many;
    for (int i = 0; i < 7; ++i)
        many.emplace_back(picture());
    EXPECT_EQ(refusal(owner, "enterprise.add_photos", {{"product", id}, {"photos", many}}), "photos enterprise.photos_full");
    auto other = cake();
    other["name"] = "Kue lain";
    other["gtin"] = nullptr;
    other["photos"] = boost::json::array {photos(id).front()};
    EXPECT_EQ(must(owner, "enterprise.record_product", other).verdicts.front().code, "enterprise.photo_reused");
}

TEST_F(ProductTest, StandsWhereItsPapersAre)
{
    auto const id = must(dewi, "enterprise.record_product", cake()).id;
    EXPECT_EQ(standing(id).step("nib")->state, StepState::Missing);
    auto const asked = must(owner, "enterprise.apply", {{"product", id}, {"step", "nib"}, {"applied_on", "2025-12-20"}, {"file", picture()}}).id;
    EXPECT_EQ(standing(id).step("nib")->whose, "dpmptsp");
    EXPECT_EQ(refusal(owner, "enterprise.apply", {{"product", id}, {"step", "nib"}, {"applied_on", "2025-12-20"}}), "enterprise.applied_already");
    EXPECT_EQ(refusal(owner, "enterprise.apply", {{"product", id}, {"step", "bpom"}, {"applied_on", "2025-12-20"}}), "step enterprise.step_unknown");
    EXPECT_EQ(refusal(owner, "enterprise.apply", {{"product", id}, {"step", "pkp"}, {"applied_on", "2026-01-02"}}), "applied_on enterprise.future");
    must(owner, "enterprise.end_application", {{"application", asked}, {"ended_as", "refused"}, {"reason", "Data keliru"}});
    EXPECT_EQ(refusal(owner, "enterprise.end_application", {{"application", asked}, {"ended_as", "refused"}, {"reason", "Data keliru"}}), "enterprise.application_ended");
    EXPECT_EQ(refusal(stranger, "enterprise.end_application", {{"application", asked}, {"ended_as", "refused"}, {"reason", "Data keliru"}}), "enterprise.no_application");
    must(owner, "enterprise.apply", {{"product", id}, {"step", "nib"}, {"applied_on", "2025-12-28"}});
    proven("nib", "1112210007923");
    EXPECT_EQ(standing(id).step("nib")->state, StepState::Done) << "the number answered what was asked for";
    EXPECT_EQ(refusal(owner, "enterprise.apply", {{"product", id}, {"step", "nib"}, {"applied_on", "2025-12-30"}}), "enterprise.step_done");
    EXPECT_EQ(standing(id).now, std::size_t {1});
    // A P-IRT for crisps is none for cakes until somebody says so.
    auto const pirt = proven("pirt", "2153572010001-28");
    EXPECT_EQ(standing(id).step("pirt")->state, StepState::Missing);
    EXPECT_TRUE(standing(id).step("pirt")->mismatch);
    must(dewi, "enterprise.cover_products", {{"licence", pirt}, {"products", boost::json::array {id}}});
    EXPECT_EQ(standing(id).step("pirt")->state, StepState::Done);
    must(dewi, "enterprise.cover_products", {{"licence", pirt}, {"products", boost::json::array {}}});
    EXPECT_EQ(standing(id).step("pirt")->state, StepState::Missing);
    EXPECT_EQ(refusal(stranger, "enterprise.cover_products", {{"licence", pirt}, {"products", boost::json::array {}}}), "enterprise.no_licence");
    must(owner, "enterprise.apply", {{"product", id}, {"step", "pirt"}, {"applied_on", "2025-12-28"}});
    proven("pirt", "2063572020001-28", {{"product", id}});
    EXPECT_EQ(standing(id).step("pirt")->state, StepState::Done) << "recorded for this product";
    // Three ways to read it tell the same.
    auto const of_business = look([&](db::ReadTx& tx) { return legal_standing(tx, services, BusinessId::parse(bakery_id).value()); });
    auto const of_place = look([&](db::ReadTx& tx) { return legal_standings_in(tx, services, kelurahan); });
    ASSERT_EQ(of_business.size(), 1U);
    ASSERT_EQ(of_place.size(), 1U);
    EXPECT_TRUE(look([&](db::ReadTx& tx) { return legal_standings_in(tx, services, elsewhere); }).empty());
    for (auto const& step : standing(id).steps) {
        EXPECT_EQ(of_business.front().standing.step(step.step)->state, step.state) << step.step;
        EXPECT_EQ(of_place.front().standing.step(step.step)->state, step.state) << step.step;
        EXPECT_EQ(of_place.front().standing.step(step.step)->since, step.since) << step.step;
        EXPECT_EQ(of_place.front().standing.step(step.step)->whose, step.whose) << step.step;
    }
}

TEST_F(ProductTest, GoesWithItsBusinessWhenThatIsTakenUp)
{
    auto other = bakery();
    other["owner_name"] = "SRI UTAMI";
    other["owner_nik"] = nullptr;
    other["no_nik"] = "not_shown";
    other["name"] = "DAPUR BU SRI ";
    auto const second = must(tono, "enterprise.register", other).id;
    auto input = cake();
    input["business"] = second;
    auto const id = must(tono, "enterprise.record_product", input).id;
    EXPECT_EQ(refusal(owner, "enterprise.stop_product", {{"product", id}, {"on", "2025-12-31"}, {"reason", "Bukan"}}), "enterprise.no_product") << "not the owner's yet";
    proven("nib", "1112210007923");
    EXPECT_EQ(standing(id).step("nib")->state, StepState::Missing);
    must(dewi, "enterprise.merge", {{"business", second}, {"into", bakery_id}, {"reason", "Sama"}});
    EXPECT_EQ(standing(id).step("nib")->state, StepState::Done) << "the papers of the one that stays count";
    EXPECT_EQ(look([&](db::ReadTx& tx) { return products_of(tx, city, BusinessId::parse(bakery_id).value()); }).size(), 1U);
    EXPECT_EQ(look([&](db::ReadTx& tx) { return legal_standings_in(tx, services, ""); }).front().business.str(), bakery_id);
    must(owner, "enterprise.stop_product", {{"product", id}, {"on", "2025-12-31"}, {"reason", "Habis"}});
}

TEST_F(ProductTest, ConsentIsTheOwnersOrOnPaperAndEnds)
{
    auto const id = must(dewi, "enterprise.record_product", cake()).id;
    boost::json::object yes {{"product", id}, {"agrees", true}, {"given_on", "2025-12-31"}, {"contact", "Instagram @dapurbusri"}};
    EXPECT_EQ(refusal(dewi, "enterprise.give_consent", yes), "file enterprise.consent_paper");
    EXPECT_EQ(refusal(stranger, "enterprise.give_consent", yes), "enterprise.no_product");
    auto not_agreed = yes;
    not_agreed["agrees"] = false;
    EXPECT_EQ(refusal(owner, "enterprise.give_consent", not_agreed), "agrees required");
    must(owner, "enterprise.give_consent", yes);
    EXPECT_EQ(refusal(owner, "enterprise.give_consent", yes), "enterprise.consent_already");
    auto const consent = [&] { return look([&](db::ReadTx& tx) { return consent_of(tx, city, ProductId::parse(id).value()); }); };
    ASSERT_TRUE(consent());
    EXPECT_FALSE(consent()->on_paper);
    EXPECT_EQ(consent()->contact, "Instagram @dapurbusri");
    must(owner, "enterprise.withdraw_consent", {{"product", id}, {"reason", "Tidak mau lagi"}});
    EXPECT_FALSE(consent());
    EXPECT_EQ(refusal(owner, "enterprise.withdraw_consent", {{"product", id}, {"reason", "Tidak mau lagi"}}), "enterprise.no_consent");
    yes["file"] = picture();
    must(dewi, "enterprise.give_consent", yes);
    EXPECT_TRUE(consent()->on_paper);
}

TEST_F(ProductTest, NothingIsPublicWithoutConsentAndNothingStaysAfterIt)
{
    auto const id = must(owner, "enterprise.record_product", cake()).id;
    auto const page = "/p/" + product(id).code;
    proven("pirt", "2063572010001-28");
    proven("npwp", "3572025708450002");
    EXPECT_EQ(get(stranger, page).status, 404);
    EXPECT_EQ(get(stranger, page + "/foto/1").status, 404);
    EXPECT_FALSE(has(get(stranger, "/produk-warga"), "Bakpia"));
    must(owner, "enterprise.give_consent", {{"product", id}, {"agrees", true}, {"given_on", "2025-12-31"}, {"contact", "Instagram @dapur"}});
    auto const shown = get(stranger, page);
    ASSERT_EQ(shown.status, 200);
    for (auto const* text : {"Bakpia kering keju", "250 g", "Rp15.000", "Tepung terigu", "Telur", "2063572010001-28", "Plosokerep", "Instagram @dapur"})
        EXPECT_TRUE(has(shown, text)) << text;
    for (auto const* secret : {"Sri", "9.000", "13.000", "7890", "35720257", "RT 001"})
        EXPECT_FALSE(has(shown, secret)) << secret;
    EXPECT_LT(shown.body.size(), 100'000U);
    EXPECT_TRUE(has(get(stranger, "/produk-warga", {{"q", "bakpia"}, {"jenis", "kering"}}), page));
    EXPECT_FALSE(has(get(stranger, "/produk-warga", {{"format", "csv"}}), "Sri"));
    EXPECT_EQ(get(stranger, page + "/foto/1").status, 404) << "bytes that are no picture are not handed out";
    EXPECT_EQ(get(stranger, page + "/foto/9").status, 404);
    must(owner, "enterprise.stop_product", {{"product", id}, {"on", "2025-12-31"}, {"reason", "Libur"}});
    EXPECT_EQ(get(stranger, page).status, 404);
    must(owner, "enterprise.resume_product", {{"product", id}, {"reason", "Mulai lagi"}});
    EXPECT_EQ(get(stranger, page).status, 200);
    must(owner, "enterprise.withdraw_consent", {{"product", id}, {"reason", "Tidak mau lagi"}});
    EXPECT_EQ(get(stranger, page).status, 404);
    EXPECT_FALSE(has(get(stranger, "/produk-warga"), "Bakpia"));
}

TEST_F(ProductTest, ThePagesLeadFromTheBusinessToWhatIsMissing)
{
    auto const made = ask(owner, http::Method::Post, "/umkm/" + bakery_id + "/produk/baru", {},
        {{"id", env.ulid().str()}, {"name", "Bakpia keju"}, {"kind", "kering"}, {"net", "0,25"}, {"unit", "kg"}, {"price_retail", "Rp15.000"}, {"cost", "9.000"}, {"allergens", "egg"},
            {"packaging", "2"}, {"food", "06"}, {"photos", picture()}});
    ASSERT_EQ(made.status, 303) << made.body;
    auto const at = std::ranges::find(made.headers, "Location", &std::pair<std::string, std::string>::first)->second;
    auto const path = at.substr(0, std::string_view("/produk/").size() + 26);
    auto const own = get(owner, path);
    EXPECT_TRUE(has(own, "Rp6.000 (40"));
    EXPECT_TRUE(has(own, "NIB: Belum ada"));
    EXPECT_FALSE(has(get(make_actor("Baca", "camat", "35.72", {"enterprise.read"}), path), "Rp6.000")) << "the cost is the owner's secret";
    EXPECT_EQ(get(stranger, path).status, 404);
    for (auto const* step : {"/ubah", "/berhenti", "/tampil", "/cabut", "/ajukan/nib", "/lagi"}) {
        EXPECT_EQ(get(owner, path + step).status, 200) << step;
        EXPECT_EQ(get(stranger, path + step).status, 404) << step;
        EXPECT_EQ(get(make_actor("Baca", "camat", "35.72", {"enterprise.read"}), path + step).status, 403) << step;
    }
    EXPECT_EQ(get(owner, path + "/ajukan/apa").status, 404);
    EXPECT_EQ(ask(owner, http::Method::Post, path + "/ajukan/nib", {}, {{"id", env.ulid().str()}, {"applied_on", "2025-12-30"}}).status, 303);
    auto const asked = get(owner, path);
    EXPECT_TRUE(has(asked, "DPMPTSP"));
    auto const link = asked.body.find(path + "/permohonan/");
    ASSERT_NE(link, std::string::npos);
    auto const application = asked.body.substr(link, path.size() + std::string_view("/permohonan/").size() + 26);
    EXPECT_EQ(get(owner, application).status, 200);
    EXPECT_EQ(ask(owner, http::Method::Post, application, {}, {{"id", env.ulid().str()}, {"ended_as", "refused"}, {"reason", "Data keliru"}}).status, 303);
    auto const judged = ask(owner, http::Method::Post, path + "/ubah", {}, {{"_refresh", "1"}, {"kind", "kering"}, {"name", "Bakpia"}, {"label_text", "Bakpia\nIsi: tepung\n250 gr"}, {"version", "1"}});
    EXPECT_EQ(judged.status, 200);
    EXPECT_TRUE(has(judged, "Hasil pemeriksaan label")) << "the label is judged before it is kept";
    EXPECT_TRUE(has(judged, "label.ingredients_heading")) << "the numbers' sentences are the program's";
    EXPECT_EQ(ask(owner, http::Method::Post, path + "/ubah", {}, {{"id", env.ulid().str()}, {"version", "1"}, {"name", ""}, {"kind", "kering"}}).status, 422);
    auto const photo = photos(path.substr(8)).front();
    EXPECT_EQ(get(owner, path + "/foto/" + photo).status, 200) << "an owner reads no evidence by its hash, but the own picture";
    EXPECT_EQ(get(stranger, path + "/foto/" + photo).status, 404);
    EXPECT_EQ(ask(owner, http::Method::Post, path + "/foto/" + photo, {}, {{"id", env.ulid().str()}, {"_what", "remove"}}).status, 303);
    EXPECT_EQ(ask(owner, http::Method::Post, path + "/foto", {}, {{"id", env.ulid().str()}, {"photos", picture()}}).status, 303);
    auto const licence = proven("pirt", "2153572010001-28", {{"file", picture()}});
    auto const cover = "/umkm/" + bakery_id + "/izin/" + licence + "/produk";
    EXPECT_TRUE(has(get(owner, cover), "jenis pangannya berbeda"));
    EXPECT_EQ(ask(owner, http::Method::Post, cover, {}, {{"id", env.ulid().str()}, {"products", path.substr(8)}}).status, 303);
    EXPECT_TRUE(has(get(owner, path), "berbeda dengan produk ini"));
    auto const file = look([&](db::ReadTx& tx) { return find_licence(tx, city, LicenceId::parse(licence).value()); }).file;
    EXPECT_EQ(get(owner, "/umkm/" + bakery_id + "/berkas/" + file).status, 200);
    EXPECT_EQ(get(owner, "/umkm/" + bakery_id + "/berkas/" + photo).status, 404) << "only what belongs to its papers";
    EXPECT_EQ(get(stranger, "/umkm/" + bakery_id + "/berkas/" + file).status, 404);
    EXPECT_TRUE(has(get(dewi, "/produk", {{"q", "bakpia"}, {"keadaan", "active"}}), "Bakpia keju"));
    EXPECT_FALSE(has(get(stranger, "/produk"), "Bakpia keju"));
    EXPECT_EQ(get(dewi, "/produk", {{"format", "json"}, {"sort", "-price"}, {"umum", "no"}}).status, 200);
    EXPECT_TRUE(has(get(owner, "/umkm/saya"), "Bakpia keju"));
}

TEST_F(ProductTest, ListsAndCardsHaveSmallPictures)
{
    auto input = cake();
    input["photos"] = boost::json::array {evidence::store_bytes(services, owner, documents::example_picture({"Bakpia"}, 4)).value().sha256};
    auto const id = must(owner, "enterprise.record_product", input).id;
    auto const small = "/produk/" + id + "/foto/" + photos(id).front() + "/kecil";
    EXPECT_TRUE(has(get(dewi, "/produk"), "src=\"" + small + "\""));
    EXPECT_FALSE(has(get(dewi, "/produk", {{"format", "csv"}}), "/kecil"));
    for (auto const* again : {"made", "kept"}) {
        auto const picture = get(dewi, small);
        EXPECT_EQ(picture.content_type, "image/jpeg") << again;
        EXPECT_TRUE(picture.body.starts_with("\xFF\xD8")) << again;
        EXPECT_LT(picture.body.size(), 20'000U) << again;
    }
    EXPECT_EQ(get(stranger, small).status, 404);
    auto const open = "/p/" + product(id).code + "/foto/1/kecil";
    EXPECT_EQ(get(stranger, open).status, 404) << "not without consent, also when it was made already";
    must(owner, "enterprise.give_consent", {{"product", id}, {"agrees", true}, {"given_on", "2025-12-31"}, {"contact", ""}});
    EXPECT_EQ(get(stranger, open).content_type, "image/jpeg");
    EXPECT_TRUE(has(get(stranger, "/produk-warga"), open));
}

TEST_F(ProductTest, AnOfficeOpensTheFilesOfItsPlace)
{
    serve({}, evidence::routes(services));
    auto const paper = picture(), receipt = picture();
    must(dewi, "enterprise.add_licence", {{"business", bakery_id}, {"kind", "nib"}, {"number", "1112210007923"}, {"file", paper}});
    auto const id = must(owner, "enterprise.record_product", cake()).id;
    must(owner, "enterprise.apply", {{"product", id}, {"step", "pkp"}, {"applied_on", "2025-12-30"}, {"file", receipt}});
    auto const bukti = [&](std::string const& file, std::string_view place) {
        auto const reader = make_actor("Baca", "lurah", place, {"insight.read"});
        return get(reader, "/bukti/" + file).status;
    };
    for (auto const& file : {paper, receipt, photos(id).front()}) {
        EXPECT_EQ(bukti(file, kelurahan), 200);
        EXPECT_EQ(bukti(file, elsewhere), 404);
    }
}

TEST_F(ProductTest, AmountsReadAsPeopleWriteThem)
{
    auto const milli = [](std::string_view typed) { return NetAmount::parse(typed).ok() ? NetAmount::parse(typed)->milli() : -1; };
    EXPECT_EQ(milli("250"), 250'000);
    EXPECT_EQ(milli("0,5"), 500);
    EXPECT_EQ(milli("1.5"), 1500);
    EXPECT_EQ(milli("1,25"), 1250);
    EXPECT_EQ(milli("1.000"), 1'000'000) << "a dot of thousands";
    EXPECT_EQ(milli("1,000"), 1000);
    for (auto const* wrong : {"", "abc", "-1", "1,2345", "1,2,3", "1e3", "99999999", "0"})
        EXPECT_EQ(milli(wrong), -1) << wrong;
    for (auto const amount : {1, 500, 1250, 250'000, 1'000'000})
        EXPECT_EQ(milli(NetAmount::of_milli(amount).str()), amount);
}

} // namespace
} // namespace rtkeren::enterprise
