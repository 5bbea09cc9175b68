#include "operations/operations.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace rtkeren::operations {
namespace {

enum class Way : std::uint8_t { Cash, Bank };

struct TestLine {
    Name what;
    Rupiah amount;
};
struct TestExpense {
    RequestId id;
    Name supplier;
    Rupiah amount;
    Date on;
    Way way {Way::Cash};
    std::int64_t count {0};
    bool urgent {false};
    Note note;
    std::optional<Rupiah> tax;
    std::optional<Text<16, 16>> nik;
    std::vector<TestLine> lines;
    std::vector<Sha256> photos;
};

} // namespace

template<>
struct Choices<Way> {
    static constexpr std::array<std::pair<Way, std::string_view>, 2> values {{{Way::Cash, "cash"}, {Way::Bank, "bank"}}};
};
template<>
struct Fields<TestLine> {
    static constexpr auto table() { return std::tuple {field("what", &TestLine::what), field("amount", &TestLine::amount, {.minimum = 1})}; }
};
template<>
struct Fields<TestExpense> {
    static constexpr auto table()
    {
        return std::tuple {
            field("id", &TestExpense::id),
            field("supplier", &TestExpense::supplier, {.label = "Toko", .example = "Toko Makmur"}),
            field("amount", &TestExpense::amount),
            field("on", &TestExpense::on),
            field("way", &TestExpense::way),
            field("count", &TestExpense::count, {.minimum = 1, .maximum = 10}),
            field("urgent", &TestExpense::urgent),
            field("note", &TestExpense::note),
            field("tax", &TestExpense::tax),
            field("nik", &TestExpense::nik),
            field("lines", &TestExpense::lines, {.minimum = 1, .maximum = 3}),
            field("photos", &TestExpense::photos),
        };
    }
};

namespace {

constexpr std::string_view some_id = "01HQ0000000000000000000001";

Operation test_operation()
{
    return make<TestExpense>("test.expense", "test.record", "Record an expense", [](db::WriteTx&, Context&, TestExpense const&) -> Result<Answer> { return Answer {}; });
}

boost::json::object json_of(std::string_view text)
{
    return boost::json::parse(text).as_object();
}

boost::json::object complete_input()
{
    auto input = json_of(R"({"supplier":"Toko Makmur","amount":1350000,"on":"2023-07-03","way":"bank","count":2,"lines":[{"what":"Semen","amount":1350000}]})");
    input["id"] = some_id;
    return input;
}

std::string code_at(Error const& error, std::string_view name)
{
    for (auto const& field : error.fields) {
        if (field.name == name)
            return field.code;
    }
    return {};
}

TEST(Operations, ReadsTypedJsonAndWhatPeopleTypeAlike)
{
    auto const operation = test_operation();
    Form const form {
        {"id", std::string(some_id)}, {"supplier", " Toko Makmur "}, {"amount", "Rp 1.350.000"}, {"on", "3 Juli 2023"}, {"way", "bank"}, {"count", "2"}, {"urgent", ""},
        {"note", ""}, {"lines.0.what", "Semen"}, {"lines.0.amount", "1.350.000"}, {"csrf", "x"}, {"_button", "simpan"}};
    auto const typed = operation.normalise(object_of_form(form));
    auto const json = operation.normalise(complete_input());
    ASSERT_TRUE(typed.ok()) << typed.error().fields.front().name;
    ASSERT_TRUE(json.ok());
    EXPECT_EQ(boost::json::serialize(*typed), boost::json::serialize(*json));
}

TEST(Operations, CanonicalFormReadsAsItself)
{
    auto const operation = test_operation();
    auto const once = operation.normalise(complete_input());
    ASSERT_TRUE(once.ok());
    auto const twice = operation.normalise(*once);
    ASSERT_TRUE(twice.ok());
    EXPECT_EQ(boost::json::serialize(*once), boost::json::serialize(*twice));
    EXPECT_TRUE(once->at("tax").is_null());
    EXPECT_EQ(once->at("amount"), 1350000);
}

TEST(Operations, CollectsEveryRefusedField)
{
    auto const refused = test_operation().normalise(json_of(R"({"id":"nonsense","amount":"1,000,000","on":"31/02/2023","way":"barter","count":11,"urgent":"mungkin",
        "nik":"123","extra":1,"lines":[{"what":"Semen","amount":0},{"amount":"Rp 15.000,50"}],"photos":["zz"]})"));
    ASSERT_FALSE(refused.ok());
    auto const& error = refused.error();
    EXPECT_EQ(error.code, "input.invalid");
    EXPECT_EQ(code_at(error, "id"), "id.format");
    EXPECT_EQ(code_at(error, "supplier"), "required");
    EXPECT_EQ(code_at(error, "amount"), "rupiah.format");
    EXPECT_EQ(code_at(error, "on"), "date.invalid");
    EXPECT_EQ(code_at(error, "way"), "choice.unknown");
    EXPECT_EQ(code_at(error, "count"), "integer.range");
    EXPECT_EQ(code_at(error, "urgent"), "flag.format");
    EXPECT_EQ(code_at(error, "nik"), "text.short");
    EXPECT_EQ(code_at(error, "extra"), "field.unknown");
    EXPECT_EQ(code_at(error, "lines.0.amount"), "rupiah.zero");
    EXPECT_EQ(code_at(error, "lines.1.what"), "required");
    EXPECT_EQ(code_at(error, "lines.1.amount"), "rupiah.format");
    EXPECT_EQ(code_at(error, "photos.0"), "sha256.format");
    EXPECT_EQ(error.fields.size(), 13U);
}

TEST(Operations, EchoesNoSecretAndNoNovel)
{
    auto input = complete_input();
    input["nik"] = "3572010101900001999";
    input["on"] = std::string(150, 'x') + std::string(30, ' ') + "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9";
    auto const refused = test_operation().normalise(input);
    ASSERT_FALSE(refused.ok());
    for (auto const& field : refused.error().fields) {
        EXPECT_LE(field.value.size(), 200U);
        EXPECT_TRUE(is_valid_utf8(field.value));
        if (field.name == "nik") {
            EXPECT_EQ(field.value, "");
        }
    }
}

TEST(Operations, CountsLists)
{
    auto input = complete_input();
    input["lines"] = nullptr;
    EXPECT_EQ(code_at(test_operation().normalise(input).error(), "lines"), "list.short");
    boost::json::array four(4, json_of(R"({"what":"Semen","amount":1})"));
    input["lines"] = four;
    EXPECT_EQ(code_at(test_operation().normalise(input).error(), "lines"), "list.long");
    input["lines"] = json_of(R"({"what":"Semen","amount":1})");
    EXPECT_EQ(code_at(test_operation().normalise(input).error(), "lines"), "field.type");
}

TEST(Operations, RefusesAmountsOutsideTheRange)
{
    for (auto const* amount : {"1000000000000001", "18446744073709551615", "1e6", "1.5", "-1", "true", "[]"}) {
        auto input = complete_input();
        input["amount"] = boost::json::parse(amount);
        EXPECT_FALSE(test_operation().normalise(input).ok()) << amount;
    }
}

TEST(Operations, FormRowsKeepTheirOrderAndEmptyOnesGo)
{
    auto const object = object_of_form({{"lines.10.what", "c"}, {"lines.2.what", "b"}, {"lines.5.what", " "}, {"lines.0.what", "a"}, {"photos", "x"}, {"photos", "y"}});
    EXPECT_EQ(boost::json::serialize(object), R"({"lines":[{"what":"a"},{"what":"b"},{"what":"c"}],"photos":["x","y"]})");
}

TEST(Operations, ARefusedFormKeepsWhatWasTyped)
{
    Form const form {{"amount", "1,000,000"}, {"nik", "3572010101900001"}, {"lines.0.what", "Semen"}, {"lines.0.amount", "banyak"}, {"unknown", "x"}};
    Form const kept {{"amount", "1,000,000"}, {"lines.0.what", "Semen"}, {"lines.0.amount", "banyak"}};
    EXPECT_EQ(form_values(test_operation(), object_of_form(form)), kept);
}

TEST(Operations, AnswerSurvivesStorage)
{
    Answer answer {"01X", "/belanja/01X", "spending.recorded", {{"amount", "1350000"}}, {{"total", 1350000}}, {}};
    answer.verdicts.push_back({"rab.umkm_share", Severity::Warn, "Perwali", {{"missing", "1350000"}}, Fix {"planning.move_lines", {{"from", "a"}}}});
    auto const back = answer_of(to_json(answer));
    EXPECT_EQ(boost::json::serialize(to_json(back)), boost::json::serialize(to_json(answer)));
    EXPECT_EQ(back.verdicts, answer.verdicts);
}

TEST(Operations, SchemaSaysWhatParsingDemands)
{
    auto const schema = schema_of(test_operation());
    auto const& properties = schema.at("properties").as_object();
    EXPECT_EQ(schema.at("required"), (boost::json::array {"id", "supplier", "amount", "on", "way", "count", "lines"}));
    EXPECT_EQ(properties.at("supplier").at("maxLength"), 120);
    EXPECT_EQ(properties.at("supplier").at("title"), "Toko");
    EXPECT_EQ(properties.at("count").at("maximum"), 10);
    EXPECT_EQ(properties.at("way").at("enum"), (boost::json::array {"cash", "bank"}));
    EXPECT_EQ(properties.at("lines").at("items").at("required"), (boost::json::array {"what", "amount"}));
    EXPECT_EQ(properties.at("photos").at("items").at("type"), "string");
    EXPECT_EQ(properties.at("nik").at("writeOnly"), true);
}

TEST(Operations, RegistryFindsByName)
{
    Registry registry;
    registry.add({test_operation()});
    ASSERT_NE(registry.find("test.expense"), nullptr);
    EXPECT_EQ(registry.find("test.expens"), nullptr);
    EXPECT_DEATH(registry.add({test_operation()}), "");
}

} // namespace
} // namespace rtkeren::operations
