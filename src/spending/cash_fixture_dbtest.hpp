#pragma once

#include "identity/identity.hpp"
#include "payout/room.hpp"
#include "programme/fixture_dbtest.hpp"
#include "spending/cash.hpp"
#include "spending/spending.hpp"
#include "workflow/workflow.hpp"

namespace rtkeren::spending {

/// Two pokmas of one kelurahan: Mekar (RW 001, five RT) with money in its first RT's purses, Melati (RW 002) without.
/// Money reaches them by ledger entries: contracts and tranches are not what is tested here.
struct CashTest : programme::ProgrammeTest {
    static constexpr std::string_view kelurahan = "35.72.03.1001";
    PokmasId mekar, melati;
    PurseId fisik, umkm;
    Actor treasurer, chair, operator_, secretary, lurah, kelurahan_treasurer, mayor, pptk, stranger;
    Date today {Date::of(2023, 7, 3).value()};

    CashTest()
    {
        for (auto& each : payout::operations())
            all.push_back(std::move(each));
        for (auto& each : cash_operations())
            all.push_back(std::move(each));
    }

    Actor officer(std::string name, std::string role, PokmasId pokmas, std::string place, std::vector<Permission> permissions)
    {
        auto actor = person(std::move(name), std::move(role), std::move(place), std::move(permissions));
        actor.grants.front().pokmas = pokmas.str();
        return actor;
    }
    PokmasId form(std::string_view name, std::string_view rw)
    {
        auto const maker = person("Lina", "sekkel", std::string(kelurahan), {"payout.manage"});
        boost::json::array officers;
        for (auto const* position : {"ketua", "sekretaris", "bendahara"})
            officers.push_back({{"position", position}, {"name", std::string(position) + " " + std::string(name)}});
        auto const formed = must(maker, "payout.form_pokmas",
            {{"name", name}, {"kelurahan", kelurahan}, {"rws", boost::json::array {rw}}, {"address", "Jalan Melati 1"}, {"minutes", "1/BA/2023"}, {"officers", std::move(officers)}});
        return PokmasId::parse(formed.id).value();
    }
    void people()
    {
        std::string const rw = "35.72.03.1001.001";
        std::vector<Permission> const cash {"insight.read", "reporting.return_leftover", "spending.cash", "spending.sign_month", "spending.tax"};
        treasurer = officer("Siti Aminah", "pokmas_bendahara", mekar, rw, cash);
        chair = officer("Darto", "pokmas_ketua", mekar, rw, {"insight.read", "spending.sign_month"});
        stranger = officer("Tono", "pokmas_bendahara", melati, "35.72.03.1001.002", cash);
        operator_ = person("Bagus", "operator", std::string(kelurahan), {"insight.read", "spending.cash"});
        secretary = person("Dewi", "sekkel", std::string(kelurahan), {"insight.read", "spending.check", "spending.handover"});
        lurah = person("Ratna", "lurah", std::string(kelurahan), {"insight.read", "spending.handover"});
        kelurahan_treasurer = person("Wati", "bendahara_kelurahan", std::string(kelurahan), {"insight.read", "spending.tax"});
        mayor = person("Santoso", "walikota", "35.72", {"spending.write_off"});
    }
    void SetUp() override
    {
        found({8});
        release_pack();
        must(sari, "programme.create_year", {{"year", 2023}});
        set_dpa(std::string(kelurahan), 8 * 35'000'000, 8 * 15'000'000);
        must(budi, "programme.open_year", opening());
        mekar = form("Mekar", "35.72.03.1001.001");
        melati = form("Melati", "35.72.03.1001.002");
        people();
        fisik = purse_of("35.72.03.1001.001.001", "fisik").id;
        umkm = purse_of("35.72.03.1001.001.001", "umkm").id;
        fund(fisik, mekar, "paving", 10'000'000_rp);
        fund(umkm, mekar, "pelatihan_kue", 5'000'000_rp);
    }
    /// pagu -> rencana -> kontrak -> sp2d -> cair; kasda -> jalan -> bank.
    void fund(PurseId purse, PokmasId pokmas, std::string const& category, Rupiah amount)
    {
        auto const assigned = must_read([&](db::ReadTx& tx) { return ledger::purse(tx, city, purse); });
        if (!assigned.pokmas)
            must_write([&](db::WriteTx& tx) { return ledger::assign_pokmas(tx, city, purse, pokmas); });
        ledger::Parts const parts {{purse, category, amount}};
        for (auto const& entry : {ledger::plan_approved(header(today), parts), ledger::contracted(header(today), parts), ledger::sp2d_issued(header(today), pokmas, parts),
                 ledger::sp2d_confirmed(header(today), pokmas, parts)})
            ASSERT_TRUE(post(entry).ok());
    }
    /// A purchase of the fisik purse paid from the bank, with a withheld tax.
    void buy(Rupiah gross, Rupiah tax, std::string const& key = "pph22")
    {
        auto const done = post(ledger::expense(header(today), mekar,
            {.supplier = "supplier:" + env.ulid().str(), .charged = {{fisik, "paving", gross}}, .paid = {{ledger::CashKind::Bank, "-", gross - tax}},
                .withheld = {{"tax:" + key, tax}}}));
        ASSERT_TRUE(done.ok()) << done.error().code;
    }
    /// Somebody owes x of the fisik purse: an expense that was not accepted.
    std::string owe(Rupiah amount)
    {
        auto const debtor = "person:" + env.ulid().str();
        EXPECT_TRUE(post(ledger::expense(header(today), mekar,
                             {.supplier = "supplier:x", .charged = {{fisik, "paving", amount}}, .paid = {{ledger::CashKind::Bank, "-", amount}}})).ok());
        EXPECT_TRUE(post(ledger::not_accepted(header(today), mekar, {.parts = {{fisik, "paving", amount}}, .supplier = "supplier:x"}, debtor)).ok());
        return debtor;
    }
    boost::json::object move(std::int64_t amount, std::string_view on = "2023-07-03") { return {{"pokmas", mekar.text()}, {"amount", amount}, {"on", on}}; }
    template<class Value>
    static boost::json::object with(boost::json::object input, std::string_view key, Value const& value)
    {
        if constexpr (std::is_convertible_v<Value const&, std::string_view> && !std::is_null_pointer_v<Value>)
            input[key] = boost::json::string_view(std::string_view(value));
        else
            input[key] = value;
        return input;
    }
    Error refusal(Actor const& actor, std::string_view name, boost::json::object input)
    {
        auto answer = run(actor, name, std::move(input));
        EXPECT_FALSE(answer.ok()) << name;
        return answer.ok() ? Error {} : answer.error();
    }
    static std::string number(Error const& error, std::string_view name)
    {
        for (auto const& [key, value] : error.arguments) {
            if (key == name)
                return value;
        }
        for (auto const& field : error.fields) {
            for (auto const& [key, value] : field.arguments) {
                if (key == name)
                    return value;
            }
        }
        return "none";
    }
    ledger::Cash cash(PokmasId pokmas)
    {
        return must_read([&](db::ReadTx& tx) { return ledger::cash_of(tx, city, pokmas); });
    }
    /// Balances of a pokmas as "bank 100 kas 20", zeros left out.
    std::string held(PokmasId pokmas)
    {
        auto const now = cash(pokmas);
        std::string text;
        for (auto kind : ledger::all_cash_kinds) {
            auto const is_outside = !ledger::is_held(kind) && !ledger::is_debt(kind);
            if (!is_outside && !now.of(kind).is_zero())
                text += (text.empty() ? "" : " ") + std::string(ledger::name_of(kind)) + " " + std::to_string(now.of(kind).value());
        }
        return text;
    }
    std::string held() { return held(mekar); }
    Rupiah cair(PurseId purse)
    {
        return must_read([&](db::ReadTx& tx) { return ledger::balance(tx, city, purse); }).of(ledger::Stage::Cair);
    }
    Rupiah stage(PurseId purse, ledger::Stage which)
    {
        return must_read([&](db::ReadTx& tx) { return ledger::balance(tx, city, purse); }).of(which);
    }
};

} // namespace rtkeren::spending
