#include "training/fixture_dbtest.hpp"

#include "training/certificates.hpp"

namespace rtkeren::training {
namespace {

using ResultTest = CourseTest;

boost::json::array materials()
{
    return {{{"name", "Tepung"}, {"quantity", "1,5"}, {"unit", "kg"}, {"price", 12'000}}, {{"name", "Toples"}, {"quantity", "10"}, {"unit", "buah"}, {"price", 3'000}}};
}

TEST_F(ResultTest, ScoresAndResultsBelongToWhoTookPart)
{
    auto const id = running_course();
    auto const ani = seat_named(id, "Ani");
    must(leader, "training.record_scores", {{"course", id}, {"kind", "pre"}, {"scores", boost::json::array {{{"seat", ani}, {"score", 40}}}}});
    must(leader, "training.record_scores", {{"course", id}, {"kind", "post"}, {"scores", boost::json::array {{{"seat", ani}, {"score", 85}}, {{"seat", seat_named(id, "Budi")}}}}});
    auto const seat = must_read([&](db::ReadTx& tx) { return stored_seat(tx, city, SeatId::parse(ani).value()); });
    EXPECT_EQ(seat.pre_score, 40);
    EXPECT_EQ(seat.post_score, 85);
    auto const strange = env.ulid().str();
    EXPECT_EQ(refused(leader, "training.record_scores", {{"course", id}, {"kind", "pre"}, {"scores", boost::json::array {{{"seat", strange}, {"score", 40}}}}}), "training.no_seat");
    boost::json::object result {{"seat", ani}, {"product", "Nastar 250 g"}, {"pieces", 10}, {"price", 25'000}, {"materials", materials()}};
    EXPECT_EQ(refused(leader, "training.record_result", result), "required") << "a photo";
    auto const photo = picture();
    auto const made = must(leader, "training.record_result", with(result, "photo", photo));
    EXPECT_TRUE(made.verdicts.empty());
    auto const results = must_read([&](db::ReadTx& tx) { return made_by(tx, city, SeatId::parse(ani).value()); });
    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0].cost, 48'000_rp);
    EXPECT_EQ(results[0].cost_each(), 4'800_rp);
    auto cheap = with(with(result, "photo", photo), "price", 4'000);
    EXPECT_EQ(codes(must(leader, "training.record_result", cheap)), (std::vector<std::string> {"training.price_below_cost", "training.photo_again"}));
    for (auto const& place : places()) {
        if (place.subject_kind == "training_result") {
            EXPECT_EQ(must_read([&](db::ReadTx& tx) { return place.find(tx, city, made.id); })->pokmas, mekar.str());
        }
    }
}

TEST_F(ResultTest, WhatBecameOfEverybodyIsAskedBeforeTheEnd)
{
    auto const id = finished_course();
    auto const ani = seat_named(id, "Ani");
    EXPECT_EQ(refused(leader, "training.record_outcome", {{"seat", ani}, {"outcome", "business"}}), "required");
    EXPECT_EQ(refused(leader, "training.record_outcome", {{"seat", ani}, {"outcome", "will_not_continue"}}), "required");
    auto const person = must_read([&](db::ReadTx& tx) { return stored_seat(tx, city, SeatId::parse(ani).value()); }).person;
    auto registry = enterprise::operations();
    auto const register_for = std::ranges::find(registry, "enterprise.register_for", &operations::Operation::name);
    auto const business = operations::run(services, dinas, *register_for,
        {{"id", env.ulid().text()}, {"owner", person.text()}, {"name", "Dapur Ani"}, {"activity", "Kue kering"}, {"place_kind", "rumah"}, {"place", rt1}, {"legal_form", "perorangan"}});
    ASSERT_TRUE(business.ok()) << business.error().code;
    must(leader, "training.record_outcome", {{"seat", ani}, {"outcome", "business"}, {"business", business->id}});
    EXPECT_EQ(refused(leader, "training.record_outcome", {{"seat", seat_named(id, "Budi")}, {"outcome", "business"}, {"business", business->id}}), "training.others_business");
    EXPECT_EQ(must_read([&](db::ReadTx& tx) { return seat(tx, city, SeatId::parse(ani).value()); }).outcome, "business");
}

TEST_F(ResultTest, CertificatesAreNumberedAndCanBeTakenBack)
{
    auto const id = finished_course();
    EXPECT_EQ(refused(outsider, "training.issue_certificates", {{"course", id}}), "training.no_course");
    must(keeper, "training.issue_certificates", {{"course", id}});
    std::set<std::string> numbers;
    for (auto const& seat : seats(id))
        numbers.insert(seat.certificate_number);
    EXPECT_EQ(numbers, (std::set<std::string> {"001/SERT/2023", "002/SERT/2023", "003/SERT/2023"}));
    EXPECT_EQ(refused(keeper, "training.issue_certificates", {{"course", id}}), "training.no_certificate_due");
    EXPECT_EQ(refused(keeper, "training.resume", {{"course", id}, {"reason", "Lupa satu"}}), "training.certificates_given");
    auto const first = seats(id).front();
    auto const code = first.certificate_code;
    auto const read = [&] { return must_read([&](db::ReadTx& tx) { return certificate_by_code(tx, city, code); }); };
    EXPECT_FALSE(read().withdrawn_at);
    must(keeper, "training.withdraw_certificate", {{"seat", first.id.text()}, {"reason", "Nama salah eja"}});
    EXPECT_TRUE(read().withdrawn_at) << "who scans the old one learns so";
    EXPECT_EQ(refused(keeper, "training.withdraw_certificate", {{"seat", first.id.text()}, {"reason", "Nama salah eja"}}), "training.no_certificate");
    must(keeper, "training.issue_certificates", {{"course", id}});
    EXPECT_NE(seats(id).front().certificate_code, code);
    EXPECT_EQ(seats(id).front().certificate_number, "004/SERT/2023");
    auto const unknown = db::read(services.db, [&](db::ReadTx& tx) { return certificate_by_code(tx, city, "00"); });
    EXPECT_EQ(unknown.error().code, "training.no_certificate_code");
}

TEST_F(ResultTest, ASeatCostsWhatWasSpentOnItsLines)
{
    auto const id = finished_course();
    auto const course = now(id);
    auto const cost_now = [&] { return must_read([&](db::ReadTx& tx) { return cost_of(tx, city, course); }); };
    EXPECT_EQ(cost_now().planned, 7'000'000_rp);
    EXPECT_EQ(cost_now().per_seat(), 0_rp);
    auto paid = bill(line(rt1, "umkm", "Honor pelatih"), 1'000'000);
    paid["on"] = "2023-07-16";
    paid["papers"] = papers({"kuitansi"});
    must(treasurer, "spending.record_expense", paid);
    EXPECT_EQ(cost_now().spent, 1'000'000_rp);
    EXPECT_EQ(cost_now().per_seat(), 333'333_rp);
    EXPECT_EQ(cost_now().finished, 3);
    must(keeper, "training.resume", {{"course", id}, {"reason", "Satu pertemuan lagi"}});
    boost::json::array const dropped {{{"seat", seat_named(id, "Budi")}, {"reason", "Berhenti datang"}}};
    must(leader, "training.finish", {{"course", id}, {"dropped", dropped}});
    EXPECT_EQ(cost_now().per_seat(), 333'333_rp) << "who left half-way had a seat";
    EXPECT_EQ(cost_now().per_finished(), 500'000_rp);
}

} // namespace
} // namespace rtkeren::training
