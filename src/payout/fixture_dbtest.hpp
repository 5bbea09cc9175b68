#pragma once

#include "identity/identity.hpp"
#include "payout/gates.hpp"
#include "payout/machines.hpp"
#include "payout/room.hpp"
#include "programme/fixture_dbtest.hpp"

#include <set>

namespace rtkeren::payout {

/// RT whose gates of the rooms above are red: the facts of this program's tests read it.
inline std::set<std::string>& red_purses()
{
    static std::set<std::string> purses;
    return purses;
}

/// Facts once a program: this room's and programme's own; the others are green unless a test says otherwise.
inline void register_test_facts()
{
    static bool done = false;
    if (std::exchange(done, true))
        return;
    rules::register_facts(facts());
    rules::register_facts(programme::facts());
    auto read = [](db::ReadTx&, CityId, std::string const& purse, int) -> Result<rules::FactAnswer> {
        return rules::FactAnswer { .value = red_purses().contains(purse) ? 0 : 10'000, .href = "/belanja" };
    };
    std::vector<rules::Fact> others;
    for (auto const* name : { "planning.plan_locked", "reporting.notice_board", "spending.accepted_share", "spending.taxes_paid", "reporting.progress_photos",
             "reporting.no_open_finding" })
        others.push_back({ name, name, read });
    rules::register_facts(std::move(others));
}

/// Three RT in one RW with open purses of 35 and 15 million, and everybody who moves a tranche.
struct PayoutTest : programme::ProgrammeTest {
    static constexpr std::string_view kelurahan = "35.72.03.1001", rw = "35.72.03.1001.001", rt1 = "35.72.03.1001.001.001", rt2 = "35.72.03.1001.001.002",
                                      rt3 = "35.72.03.1001.001.003";
    Actor dewi { person("Dewi", "sekkel", std::string(kelurahan), { "payout.manage", "payout.verify" }) };
    Actor ratna { person("Ratna", "lurah", std::string(kelurahan), { "payout.approve", "payout.contract", "payout.decree" }) };
    Actor hadi { person("Hadi", "bendahara_kelurahan", std::string(kelurahan), { "payout.account" }) };
    Actor kas { person("Kasda", "bkd", "35.72", { "payout.sp2d" }) };
    Actor chair, treasurer; // of the pokmas, once it is formed
    PokmasId pokmas_id;

    PayoutTest()
    {
        register_test_facts();
        for (auto& each : payout::operations())
            all.push_back(std::move(each));
    }
    void SetUp() override
    {
        red_purses().clear();
        open_small();
    }

    PersonId known_person(std::string name)
    {
        PersonId const id(env.ulid());
        must_write([&](db::WriteTx& tx) -> Result<void> {
            operations::Context context { services, dewi, city, env.now(), services.today(), {}, {}, 0, env.ulid() };
            return identity::add_person(tx, context, { .id = id, .name = std::move(name), .phone = {}, .nik = {}, .nip = {}, .region = std::string(rw) });
        });
        return id;
    }
    boost::json::array new_officers(std::string const& mark)
    {
        return { { { "position", "ketua" }, { "name", "Ketua " + mark }, { "phone", "081234567890" } },
            { { "position", "sekretaris" }, { "name", "Sekretaris " + mark } }, { { "position", "bendahara" }, { "name", "Bendahara " + mark } } };
    }
    boost::json::object forming(std::string const& name, std::string_view place)
    {
        return { { "name", name }, { "kelurahan", place.substr(0, 13) }, { "rws", boost::json::array { boost::json::string(place) } },
            { "address", "Jalan " + name }, { "minutes", "BA/1" }, { "officers", new_officers(name) } };
    }
    Actor officer(std::string const& role, PokmasId pokmas, std::string_view place, std::vector<Permission> permissions)
    {
        auto actor = person(role, role, std::string(place), std::move(permissions));
        actor.grants.front().pokmas = pokmas.str();
        return actor;
    }
    /// The whole city's offices, for groups of other kelurahan.
    Actor everywhere(Actor actor)
    {
        actor.grants.front().place = "35.72";
        return actor;
    }
    PokmasId activated(std::string const& name, std::string_view place, std::string const& account)
    {
        auto secretary = everywhere(dewi);
        auto head = everywhere(ratna);
        auto const id = must(secretary, "payout.form_pokmas", forming(name, place)).id;
        must(head, "payout.issue_decree", { { "pokmas", id }, { "decree", "SK/" + name }, { "decree_on", "2023-06-01" }, { "decree_until", "2025-12-31" } });
        must(secretary, "payout.set_account", { { "pokmas", id }, { "bank", "Bank Jatim" }, { "account_number", account }, { "account_holder", name } });
        must(everywhere(hadi), "payout.verify_account", { { "pokmas", id }, { "evidence", "Surat bank 7" } });
        must(secretary, "payout.activate", { { "pokmas", id } });
        return PokmasId::parse(id).value();
    }
    void activate_pokmas()
    {
        pokmas_id = activated("Pokmas Mekar Sari", rw, "0011 2233 44");
        chair = officer("pokmas_ketua", pokmas_id, rw, { "payout.request" });
        treasurer = officer("pokmas_bendahara", pokmas_id, rw, { "payout.confirm", "payout.request" });
    }

    /// What an approved plan puts into `rencana`.
    void plan(std::string_view unit, std::string_view envelope, std::string category, Rupiah amount)
    {
        auto const done = post(ledger::plan_approved(header(Date::of(2023, 3, 1).value()), { { purse_of(unit, envelope).id, std::move(category), amount } }));
        ASSERT_TRUE(done.ok()) << done.error().code;
    }
    void plan_unit(std::string_view unit)
    {
        plan(unit, "fisik", "paving", 20'000'001_rp);
        plan(unit, "fisik", "drainase", 14'999'999_rp);
        plan(unit, "umkm", "pelatihan_kue", 15'000'000_rp);
    }
    boost::json::object contract_input()
    {
        return { { "pokmas", pokmas_id.text() }, { "year", 2023 }, { "signed_on", "2023-06-20" }, { "starts_on", "2023-06-21" }, { "ends_on", "2023-12-15" } };
    }
    std::string sign_contract()
    {
        for (auto const unit : { rt1, rt2, rt3 })
            plan_unit(unit);
        activate_pokmas();
        return must(ratna, "payout.sign_contract", contract_input()).id;
    }

    boost::json::object requesting(int number) { return { { "pokmas", pokmas_id.text() }, { "year", 2023 }, { "number", number } }; }
    std::string request(int number) { return must(chair, "payout.request_tranche", requesting(number)).id; }
    void to_spm(std::string const& id)
    {
        must(dewi, "payout.verify", { { "tranche", id } });
        must(ratna, "payout.approve", { { "tranche", id } });
        must(hadi, "payout.issue_spp", { { "tranche", id } });
    }
    void to_sp2d(std::string const& id, std::string const& number = "01234/SP2D/LS/2023")
    {
        to_spm(id);
        must(kas, "payout.record_sp2d", { { "tranche", id }, { "number", number }, { "date", "2023-07-03" } });
    }
    boost::json::object receiving(std::string const& id) { return { { "tranche", id }, { "date", "2023-07-03" }, { "amount", now(id).amount.value() } }; }
    void settle(std::string const& id, std::string const& number = "01234/SP2D/LS/2023")
    {
        to_sp2d(id, number);
        must(treasurer, "payout.confirm", receiving(id));
    }

    Tranche now(std::string const& id)
    {
        return must_read([&](db::ReadTx& tx) { return tranche(tx, city, TrancheId::parse(id).value()); });
    }
    Pokmas group(PokmasId id)
    {
        return must_read([&](db::ReadTx& tx) { return pokmas(tx, city, id); });
    }
    ledger::Cash cash(PokmasId id)
    {
        return must_read([&](db::ReadTx& tx) { return ledger::cash_of(tx, city, id); });
    }
    Rupiah total(ledger::Stage stage)
    {
        Rupiah sum;
        for (auto const& purse : must_read([&](db::ReadTx& tx) { return programme::purses_below(tx, city, 2023, rw); }))
            sum += at(purse, stage);
        return sum;
    }
    /// Another version of the year's pack, with parts of its text replaced.
    void change_pack(std::vector<std::pair<std::string, std::string>> const& changes)
    {
        for (auto const& shipped : rules::shipped_packs()) {
            if (shipped.city != "35.72" || shipped.year != 2023)
                continue;
            std::string text(shipped.text);
            for (auto const& [from, to] : changes) {
                auto const found = text.find(from);
                ASSERT_NE(found, std::string::npos) << from;
                text.replace(found, from.size(), to);
            }
            auto parsed = rules::Pack::parse(text);
            ASSERT_TRUE(parsed.ok()) << (parsed.error().fields.empty() ? parsed.error().code
                                                                       : parsed.error().fields.front().name + " " + parsed.error().fields.front().code);
            must_write([&](db::WriteTx& tx) -> Result<void> {
                operations::Context loading { services, sari, city, env.now(), services.today(), {}, {}, 0, env.ulid() };
                auto version = TRY(rules::store_pack(tx, loading, **parsed, text, ""));
                operations::Context releasing { services, budi, city, env.now(), services.today(), {}, {}, 0, env.ulid() };
                return rules::mark_released(tx, releasing, **parsed, version, "188/9", services.today());
            });
        }
    }
};

} // namespace rtkeren::payout
