#include "identity/persons.hpp"

#include "identity/town_for_tests.hpp"

namespace rtkeren::identity {

namespace {

struct PersonsTest : Town {
    std::array<NewPerson, 2> two {{{.id = PersonId(env.ulid()), .name = "Bu Sri", .phone = "0812 3456 7890", .nik = "3572025708450002", .nip = {}, .region = kelurahan},
        {.id = PersonId(env.ulid()), .name = "Pak Dul", .phone = {}, .nik = {}, .nip = {}, .region = other_kelurahan}}};
    void SetUp() override
    {
        change([&](db::WriteTx& tx, operations::Context& c) { return add_persons(tx, c, two); });
    }
    PersonCard card(PersonId person)
    {
        return look([&](db::ReadTx& tx) { return person_card(tx, services, person); }).value();
    }
    std::string code_of_change(ChangedPerson const& person)
    {
        auto made = context();
        auto const done = db::write(test_database(), city, [&](db::WriteTx& tx) { return change_person(tx, made, person); });
        return done.ok() ? std::string {} : done.error().fields.empty() ? done.error().code : done.error().fields.front().code;
    }
};

} // namespace

TEST_F(PersonsTest, AreFoundByTheirNumbersAndShownMasked)
{
    auto const found = card(two[0].id);
    EXPECT_EQ(found.name, "Bu Sri");
    EXPECT_EQ(found.phone.find("3456"), std::string::npos) << found.phone;
    EXPECT_EQ(found.nik.find("570845"), std::string::npos) << found.nik;
    EXPECT_EQ(card(two[1].id).phone, "");
    EXPECT_EQ(look([&](db::ReadTx& tx) { return person_of_nik(tx, services, "3572 0257 0845 0002"); }).value(), two[0].id);
    EXPECT_EQ(look([&](db::ReadTx& tx) { return persons_of_phone(tx, services, "+62 812 3456 7890"); }).value(), std::vector {two[0].id});
    EXPECT_EQ(look([&](db::ReadTx& tx) { return person_of_nik(tx, services, "not a number"); }).value(), std::nullopt);
}

TEST_F(PersonsTest, AChangeKeepsWhatItDoesNotNameAndNoTwoShareANik)
{
    EXPECT_EQ(code_of_change({.id = two[0].id, .name = "Sri Rahayu", .region = other_kelurahan, .phone = "", .nik = {}}), "");
    auto const changed = card(two[0].id);
    EXPECT_EQ(changed.name, "Sri Rahayu");
    EXPECT_EQ(changed.region, other_kelurahan);
    EXPECT_EQ(changed.phone, "");
    EXPECT_NE(changed.nik, "");
    EXPECT_EQ(code_of_change({.id = two[1].id, .name = "Pak Dul", .region = kelurahan, .phone = {}, .nik = "3572025708450002"}), "identity.nik_known");
    EXPECT_EQ(code_of_change({.id = PersonId(env.ulid()), .name = "Nobody", .region = kelurahan, .phone = {}, .nik = {}}), "identity.unknown_person");
}

TEST_F(PersonsTest, AnAccountOfWhoCameInPersonIsMadeOnce)
{
    std::vector<std::string> logins;
    std::vector<bool> has_slip;
    auto const open_once = [&] {
        change([&](db::WriteTx& tx, operations::Context& c) -> Result<void> {
            auto const opened = TRY(open_account(tx, c, two[0].id, "umkm", kelurahan, "KTP dilihat"));
            logins.push_back(opened.login);
            has_slip.push_back(opened.slip.has_value());
            return Done {};
        });
    };
    open_once();
    open_once();
    change([&](db::WriteTx& tx, operations::Context& c) -> Result<void> {
        return add_grant(tx, c, {.id = env.ulid(), .person = two[0].id, .role = "lpmk", .place = std::string(kelurahan), .pokmas = {}, .decree = "SK 1", .from = c.today, .until = {}});
    });
    open_once();
    EXPECT_EQ(has_slip, (std::vector {true, true, false})) << "an account with another office is nobody's to open who only opens those of owners";
    logins.pop_back();
    ASSERT_EQ(logins.size(), 2u);
    EXPECT_EQ(logins[0], logins[1]);
    EXPECT_TRUE(actor(logins[0]).has("enterprise.own")) << logins[0];
}

} // namespace rtkeren::identity
