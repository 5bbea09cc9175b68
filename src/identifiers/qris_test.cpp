#include "identifiers/qris.hpp"

#include "identifiers/emv.hpp"
#include "identifiers/qris_fee.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace rtkeren::identifiers {
namespace {

// Samples of published libraries; S0 is made up and belongs to nobody.
constexpr std::string_view sample_q1 = "00020101021126670018ID.CO.EXAMPLE2.WWW01159360001404567890215MIDCONTOH1234560303UMI51370014ID.CO.QRIS."
                                       "WWW0215ID10191234567815204123453033605802ID5914NamaMerchantC16009NamaKota"
                                       "16110123456789062070703K196304B22E";
constexpr std::string_view sample_q2 = "00020101021126680016ID.CO.TELKOM.WWW011893600898026635207502150001952663520750303UMI51440014ID.CO.QRIS."
                                       "WWW0215ID10211254059720303UMI5204549953033605502015802ID5906BIOLBE6011KAB. "
                                       "MALANG610565168622005091147938120703A03630404CB";
constexpr std::string_view sample_s0 = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215RTKEREN000000010303UMI51440014ID.CO.QRIS."
                                       "WWW0215ID10990000000190303UMI5204546253033605802ID5917DAPUR CONTOH "
                                       "RT016011KOTA BLITAR61056613162070703A016304A357";
constexpr std::string_view sample_transfer
    = "00020101021240530013ID.CO.BCA.WWW011893600014151703139202105170313927520448295303360540410005802ID5916TEST BENEFICIARY6013Jakarta "
      "Pusat61051031062470804DMCT99350002000125517031392700177070866830263041376";
/// The sample of the EMVCo specification: lengths count characters, the check sum counts bytes.
constexpr std::string_view sample_emvco
    = "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京"
      "540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A";

std::string qris_verdict(Inspection const& inspection)
{
    std::string text;
    for (auto const& finding : inspection.findings)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name_of(finding.level), finding.code);
    return text.empty() ? "ok" : text;
}

std::string with_change(std::string_view payload, std::string_view from, std::string_view to)
{
    std::string text(payload.substr(0, payload.size() - 4));
    text.replace(text.find(from), from.size(), to);
    return with_emv_crc(text);
}

TEST(Qris, ComputesTheCheckSum)
{
    EXPECT_EQ(emv_crc(""), 0xFFFF);
    EXPECT_EQ(emv_crc("123456789"), 0x29B1);
    EXPECT_EQ(emv_crc("a"), 0x9D77);
    EXPECT_EQ(emv_crc("abc"), 0x514A);
    EXPECT_EQ(emv_crc("abcdefghij"), 0x4213);
}

TEST(Qris, AcceptsThePublishedSamples)
{
    for (auto const sample : {sample_q1, sample_q2, sample_s0})
        EXPECT_EQ(qris_verdict(inspect_qris(sample)), "ok") << sample;
    auto const demo = inspect_qris(sample_s0);
    EXPECT_EQ(demo.part("initiation"), "static");
    EXPECT_EQ(demo.part("merchant"), "DAPUR CONTOH RT01");
    EXPECT_EQ(demo.part("city"), "KOTA BLITAR");
    EXPECT_EQ(demo.part("mcc"), "5462");
    EXPECT_EQ(demo.part("nmid"), "ID1099000000019");
    EXPECT_EQ(demo.part("criteria"), "UMI");
    EXPECT_EQ(demo.part("mpan"), "9360099900000000176");
    EXPECT_EQ(demo.part("terminal"), "A01");
    EXPECT_EQ(demo.part("amount"), "");
    EXPECT_EQ(inspect_qris(sample_q2).part("acquirer"), "Telkom");
}

TEST(Qris, CountsCharactersAndChecksBytes)
{
    auto const fields = parse_emv(sample_emvco).value();
    EXPECT_EQ(write_emv(fields), sample_emvco);
    auto const emvco = inspect_qris(sample_emvco);
    EXPECT_TRUE(emvco.has("qris.currency"));
    EXPECT_TRUE(emvco.has("qris.country"));
    EXPECT_FALSE(emvco.has("qris.crc"));
}

TEST(Qris, RefusesWhatIsBroken)
{
    struct Row {
        std::string payload, code;
    };
    std::string const s0(sample_s0);
    std::string const body = s0.substr(0, s0.size() - 4);
    Row const rows[] {
        {body + "0000", "qris.crc"},
        {s0.substr(0, s0.size() - 5), "qris.truncated"},
        {s0.substr(0, 40), "qris.truncated"},
        {s0.substr(0, s0.size() - 8), "qris.order"},
        {with_change(s0, "5303360", "53033600"), "qris.tlv"},
        {"00020101021226610014ID.CO.QRIS.WWW01186304ABCD", "qris.tlv"},
        {with_change(s0, "5303360", "5303156"), "qris.currency"},
        {with_change(s0, "5802ID", "5802SG"), "qris.country"},
        {with_change(s0, "5917DAPUR CONTOH RT01", "5926DAPUR CONTOH RT01 BU SRI 1"), "qris.len"},
        {with_change(s0, "5917DAPUR CONTOH RT01", "5917DAPUR|CONTOH RT01"), "qris.value"},
        {with_change(s0, "5802ID", "5502025802ID"), "qris.tip"},
        {with_change(s0, "5802ID", "5502035802ID"), "qris.tip"},
        {with_change(s0, "5802ID", "5502045802ID"), "qris.tip"},
        {with_change(s0, "5802ID", "5502035705123.45802ID"), "qris.tip"},
        {with_change(s0, "5802ID", "5404100054041000"
                                   "5802ID"),
            "qris.duplicate"},
        {with_change(s0, "0102", "0113"), "qris.tlv"},
        {with_change(s0, "010211", "010213"), "qris.value"},
        {with_change(s0, "61056613162070703A01", "62070703A01"), "qris.missing"},
        {with_change(s0, "51440014ID.CO.QRIS.WWW0215ID10990000000190303UMI", ""), "qris.missing"},
        {with_change(s0, "62070703A01", "62070799A01"), "qris.tlv"},
        {"", "qris.encoding"},
        {"\xFF\xFE", "qris.encoding"},
        {"hello", "qris.tlv"},
    };
    for (auto const& row : rows) {
        auto const qris = inspect_qris(row.payload);
        EXPECT_FALSE(qris.ok) << row.payload;
        EXPECT_TRUE(qris.has(row.code)) << row.payload << ": " << row.code << ", not " << qris_verdict(qris);
    }
    auto const transfer = inspect_qris(sample_transfer);
    EXPECT_TRUE(transfer.has("qris.transfer"));
    EXPECT_TRUE(transfer.has("qris.crc"));
    EXPECT_EQ(fmt::format("{:04X}", emv_crc(sample_transfer.substr(0, sample_transfer.size() - 4))), "AE71");
}

TEST(Qris, ReadsAmountsStrictly)
{
    auto verdict = [](std::string_view amount) {
        return qris_verdict(inspect_qris(with_change(sample_s0, "5802ID", fmt::format("54{:02}{}5802ID", amount.size(), amount))));
    };
    for (std::string_view const amount : {"1000.00", "1000", "1000.", "1", "39000.00"})
        EXPECT_EQ(verdict(amount), "ok") << amount;
    for (std::string_view const amount : {"1000,00", "1.000", "1 000", "0", "-5", "1e3", "0.00", "."})
        EXPECT_EQ(verdict(amount), "error qris.amount") << amount;
    EXPECT_EQ(verdict("12345678901234"), "error qris.len, error qris.amount");
    EXPECT_EQ(inspect_qris(with_change(sample_s0, "5802ID", "540839000.005802ID")).part("amount"), "39000");
}

TEST(Qris, WarnsOfWhatAPersonShouldLookAt)
{
    std::string lower(sample_s0);
    lower.replace(lower.size() - 4, 4, "a357");
    EXPECT_EQ(qris_verdict(inspect_qris(lower)), "warn qris.crc_case");
    std::string encoded(sample_s0);
    for (auto at = encoded.find(' '); at != std::string::npos; at = encoded.find(' '))
        encoded.replace(at, 1, "%20");
    auto const decoded = inspect_qris(encoded);
    EXPECT_EQ(qris_verdict(decoded), "warn qris.url_encoded");
    EXPECT_EQ(decoded.value, sample_s0);
    EXPECT_EQ(qris_verdict(inspect_qris(with_change(sample_s0, "ID1099000000019", "ID1099000000018"))), "warn qris.nmid");
    EXPECT_EQ(qris_verdict(inspect_qris(with_change(sample_s0, "0303UMI5204", "0303XXX5204"))), "warn qris.criteria");
    auto compared = [](std::string_view nmid, std::string_view name) {
        auto qris = inspect_qris(sample_s0);
        compare_qris(qris, nmid, name);
        return qris_verdict(qris);
    };
    EXPECT_EQ(compared("ID1099000000019", ""), "ok");
    EXPECT_EQ(compared("", "Dapur Contoh RT01"), "ok");
    EXPECT_EQ(compared("ID1099000000027", "Dapur Contoh RT01"), "warn qris.owner");
    EXPECT_EQ(compared("", "Warung Lain"), "warn qris.owner");
}

TEST(Qris, PutsTheAmountIn)
{
    EXPECT_EQ(qris_with_amount(sample_q1, 10'000_rp).value(),
        "00020101021226670018ID.CO.EXAMPLE2.WWW01159360001404567890215MIDCONTOH1234560303UMI51370014ID.CO.QRIS."
        "WWW0215ID10191234567815204123453033605405100005802ID5914NamaMerchantC16009NamaKota"
        "16110123456789062070703K1963046099");
    EXPECT_TRUE(qris_with_amount(sample_q2, 10'000_rp)
                    .value()
                    .ends_with("53033605405100005502015802ID5906BIOLBE6011KAB. MALANG610565168622005091147938120703A0363048B71"));
    EXPECT_EQ(qris_with_amount(sample_s0, 15'000_rp).value(),
        "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215RTKEREN000000010303UMI51440014ID.CO.QRIS."
        "WWW0215ID10990000000190303UMI5204546253033605405150005802ID5917DAPUR CONTOH "
        "RT016011KOTA BLITAR61056613162070703A0163042CED");
    auto const one = qris_with_amount(sample_s0, 1_rp).value();
    EXPECT_NE(one.find("54011"), std::string::npos);
    EXPECT_TRUE(one.ends_with("6304BFA2"));
    // A reader meets decimals too.
    auto const with_decimals = with_change(with_change(sample_s0, "010211", "010212"), "5802ID", "540815000.005802ID");
    EXPECT_TRUE(with_decimals.ends_with("63045C90"));
    EXPECT_EQ(inspect_qris(with_decimals).part("amount"), "15000");
}

TEST(Qris, PutsABillNumberInWhereThereIsRoom)
{
    auto const billed = inspect_qris(qris_with_amount(sample_s0, 15'000_rp, "BZR-0001").value());
    EXPECT_EQ(qris_verdict(billed), "ok");
    EXPECT_EQ(billed.part("bill"), "BZR-0001");
    EXPECT_EQ(billed.part("terminal"), "A01");
    EXPECT_EQ(inspect_qris(qris_with_amount(billed.value, 15'000_rp, "BZR-0002").value()).part("bill"), "BZR-0001");
    auto const without_62 = with_change(sample_s0, "62070703A01", "");
    EXPECT_EQ(inspect_qris(qris_with_amount(without_62, 1_rp, "B1").value()).part("bill"), "B1");
    auto const full = with_change(sample_s0, "62070703A01", "62870325" + std::string(25, 'x') + "0525" + std::string(25, 'x') + "0625" + std::string(25, 'x'));
    EXPECT_EQ(inspect_qris(qris_with_amount(full, 1_rp, "BZR-00001").value()).part("bill"), "");
    EXPECT_EQ(inspect_qris(qris_with_amount(full, 1_rp, "BZR-0001").value()).part("bill"), "BZR-0001");
}

TEST(Qris, RefusesAmountsThatCannotBe)
{
    EXPECT_EQ(qris_with_amount(sample_s0, 0_rp).error().code, "qris.amount");
    EXPECT_EQ(qris_with_amount(sample_s0, -1_rp).error().code, "qris.amount");
    EXPECT_EQ(qris_with_amount(sample_s0, 10'000'001_rp).error().code, "qris.limit");
    EXPECT_EQ(qris_with_amount(sample_transfer, 1_rp).error().code, "qris.crc");
    EXPECT_EQ(qris_with_amount("", 1_rp).error().code, "qris.encoding");
    EXPECT_EQ(qris_with_amount(sample_s0, 1_rp, "").error().code, "qris.bill");
    EXPECT_EQ(qris_with_amount(sample_s0, 1_rp, std::string(26, '1')).error().code, "qris.bill");
}

TEST(Qris, KeepsEverythingElseAsItWas)
{
    EXPECT_TRUE(rc::check("converting twice is converting once, only 01, 54 and 63 differ", [] {
        auto const sample = *rc::gen::element(sample_q1, sample_q2, sample_s0);
        auto const amount = Rupiah::checked(*rc::gen::inRange<std::int64_t>(1, 10'000'001));
        auto const once = qris_with_amount(sample, amount).value();
        RC_ASSERT(qris_with_amount(once, amount).value() == once);
        RC_ASSERT(inspect_qris(once).ok);
        auto rest = [](std::string_view payload) {
            auto fields = parse_emv(payload).value();
            std::erase_if(fields, [](EmvField const& field) { return field.id == "01" || field.id == "54" || field.id == "63"; });
            return write_emv(fields);
        };
        RC_ASSERT(rest(once) == rest(sample));
        RC_ASSERT(inspect_qris(once).part("amount") == std::to_string(amount.value()));
    }));
}

TEST(Qris, TakesAnyBytes)
{
    EXPECT_TRUE(rc::check("a changed payload is refused or read, never worse", [] {
        std::string text(*rc::gen::element(sample_q1, sample_s0, sample_emvco));
        for (auto const& [at, c] :
            *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(rc::gen::pair(rc::gen::inRange<std::size_t>(0, 150), rc::gen::arbitrary<char>())))
            text[at % text.size()] = c;
        auto const qris = inspect_qris(text);
        RC_ASSERT(!qris.kind.empty());
        (void)qris_with_amount(text, 1_rp, "B");
    }));
}

TEST(QrisFee, IsBorneByTheMerchantFromItsDay)
{
    struct Row {
        std::string_view day, criteria;
        std::int64_t amount, fee;
    };
    constexpr Row rows[] {
        {"2023-10-01", "UMI", 200'000, 600}, {"2023-10-01", "UKE", 200'000, 1'400}, {"2023-10-01", "UMI", 1'000'000, 3'000}, {"2023-10-01", "UMI", 100'000, 0},
        {"2023-08-31", "UMI", 100'000, 300}, {"2024-11-30", "UMI", 500'000, 1'500}, {"2024-12-01", "UMI", 500'000, 0}, {"2024-12-01", "UMI", 500'001, 1'500},
        {"2024-12-01", "URE", 500'000, 3'500},
    };
    for (auto const& row : rows)
        EXPECT_EQ(qris_fee(row.criteria, QrisUse::Trade, Rupiah::checked(row.amount), Date::parse(row.day).value()), Rupiah::of(row.fee))
            << row.day << " " << row.amount;
    auto const day = Date::of(2025, 1, 1).value();
    EXPECT_EQ(qris_fee("UKE", QrisUse::Education, 100'000_rp, day), std::optional(600_rp));
    EXPECT_EQ(qris_fee("BLU", QrisUse::PublicService, 100'000_rp, day), std::optional(400_rp));
    EXPECT_EQ(qris_fee("URE", QrisUse::Donation, 100'000_rp, day), std::optional(0_rp));
    EXPECT_EQ(qris_fee("UMI", QrisUse::Trade, 100'000_rp, Date::of(2023, 3, 28).value()), std::nullopt);
}

} // namespace
} // namespace rtkeren::identifiers
