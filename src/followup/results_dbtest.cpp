#include "followup/fixture_dbtest.hpp"

#include "followup/figures.hpp"

namespace rtkeren::followup {
namespace {

TEST_F(FollowupTest, SurvivalStandsWithWhatItIsOfAndLeadsToItsVisits)
{
    std::vector<Participant> people;
    for (int i = 0; i < 12; ++i) {
        people.push_back(participant("Peserta " + std::string(1, char('A' + i)), i < 6 ? rt1 : rt2));
        auto input = producing(people.back().visits[0], i < 7 ? "yes" : i < 9 ? "paused" : "never");
        input["told"] = "recall_month";
        input["sales"] = sales(std::to_string(1'000'000 + i * 100'000));
        input["obstacles"] = boost::json::array {"capital"};
        if (i < 10)
            must(tono, "followup.record", input);
    }
    must(tono, "followup.missed", {{"visit", people[10].visits[0].id.text()}, {"way", "visit"}, {"result", "moved"}});
    must(tono, "followup.missed", {{"visit", people[11].visits[0].id.text()}, {"way", "phone"}, {"result", "refused"}});
    auto const course = look([&](db::ReadTx& tx) { return training::course(tx, city, people.front().visits[0].course); });
    auto const teacher = person("Guru Kue", rt1);
    trainer(course, teacher);

    auto const page = get(tono, "/pendampingan/hasil");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "30 hari setelah pelatihan: 7 dari 10 yang menjawab (70 %); 12 orang ditanya.")) << page.body.substr(page.body.find("<h1"), 300);
    EXPECT_TRUE(has(page, "Modal"));
    EXPECT_TRUE(has(page, "Rp1.450.000 (Ingatan sebulan")) << "the middle of ten";
    EXPECT_TRUE(has(page, "/pendampingan?bagian=selesai&amp;topik=kue&amp;hari=30&amp;jawaban=yes"));
    auto const visits = get(tono, "/pendampingan", {{"bagian", "selesai"}, {"topik", "kue"}, {"hari", "30"}, {"jawaban", "yes"}, {"format", "json"}});
    EXPECT_TRUE(has(visits, "Peserta A"));
    EXPECT_FALSE(has(visits, "Peserta J"));
    EXPECT_TRUE(has(get(tono, "/pendampingan/hasil", {{"per", "pelatih"}}), "Guru Kue"));
    auto const by_trainer = get(tono, "/pendampingan", {{"bagian", "selesai"}, {"pelatih", teacher.str()}, {"format", "csv"}});
    EXPECT_TRUE(has(by_trainer, "Peserta A"));
    EXPECT_FALSE(has(get(tono, "/pendampingan", {{"bagian", "selesai"}, {"pelatih", env.ulid().str()}, {"format", "csv"}}), "Peserta A"));
    auto const by_rt = get(tono, "/pendampingan/hasil", {{"per", "rt"}, {"format", "csv"}});
    EXPECT_EQ(std::ranges::count(by_rt.body, '\n'), 3);
    EXPECT_TRUE(has(by_rt, "kurang dari 10 usaha")) << "six of an RT are too few for an amount";
    EXPECT_FALSE(has(by_rt, "1.450.000"));
    EXPECT_TRUE(has(get(stranger, "/pendampingan/hasil"), "Belum ada kunjungan yang selesai")) << "of one's own territory";
    EXPECT_TRUE(has(get(tono, "/pendampingan/hasil", {{"tahun", "2023"}}), "Belum ada kunjungan"));
    EXPECT_TRUE(has(get(tono, "/pendampingan/hasil", {{"kelurahan", std::string(kelurahan)}, {"topik", "kue"}}), "7 dari 10"));
}

TEST_F(FollowupTest, EarlierResultsStandWhereTheNextCourseIsPlanned)
{
    auto const panel = [&](std::string_view slot, Actor const* actor, std::string const& subject) {
        auto const panels = figure_panels();
        auto const found = std::ranges::find(panels, slot, &screens::Panel::slot);
        CHECK(found != panels.end());
        return look([&](db::ReadTx& tx) { return found->render(services, tx, actor, subject); }).str();
    };
    auto const sri = participant();
    must(tono, "followup.record", producing(sri.visits[0]));
    auto const planner = make_actor("Bendahara", "pokmas_bendahara", kelurahan, {"planning.write"});
    EXPECT_NE(panel("topic", &dinas, "kue").find("1 dari 1 yang menjawab (100 %)"), std::string::npos);
    EXPECT_NE(panel("topic", &planner, "kue").find("kurang dari 10 jawaban"), std::string::npos) << "who does not read visits sees groups only";
    EXPECT_EQ(panel("topic", &dinas, "batik"), "");
    EXPECT_EQ(panel("topic", nullptr, "kue"), "");
    auto const plan = panel("course", &dinas, sri.visits[0].course.str());
    EXPECT_NE(plan.find("90 hari"), std::string::npos);
    EXPECT_NE(plan.find("Sudah di daftar pendamping"), std::string::npos);
    auto const region = look([&](db::ReadTx& tx) { return territory::find(tx, city, rt1); });
    EXPECT_NE(panel("unit", &tono, region.id.str()).find("1 dari 1"), std::string::npos);
    EXPECT_EQ(panel("unit", &stranger, region.id.str()), "");
}

} // namespace
} // namespace rtkeren::followup
