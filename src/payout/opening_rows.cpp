#include "identity/identity.hpp"
#include "payout/opening.hpp"
#include "payout/parts.hpp"
#include "payout/sql.hpp"
#include "planning/take_in.hpp"

#include <algorithm>
#include <set>

/// A list of opening balances, read against purses, pokmas and the year's pack.
namespace rtkeren::payout {

namespace {

using ledger::CashKind;
using ledger::Stage;

struct StageColumn {
    Stage stage;
    std::string_view name;
    std::optional<Rupiah> OpeningRow::*amount;
    bool categorised;
};
constexpr StageColumn stage_columns[] { { Stage::Pagu, "pagu", &OpeningRow::pagu, false }, { Stage::Rencana, "rencana", &OpeningRow::rencana, true },
    { Stage::Kontrak, "kontrak", &OpeningRow::kontrak, true }, { Stage::Sp2d, "sp2d", &OpeningRow::sp2d, true },
    { Stage::Cair, "cair", &OpeningRow::cair, true }, { Stage::Belanja, "belanja", &OpeningRow::belanja, true }, { Stage::Sah, "sah", &OpeningRow::sah, true },
    { Stage::Kembali, "kembali", &OpeningRow::kembali, false }, { Stage::Batal, "batal", &OpeningRow::batal, false } };

struct CashColumn {
    CashKind kind;
    std::string_view name;
    std::optional<Rupiah> OpeningRow::*amount;
};
constexpr CashColumn cash_columns[] { { CashKind::Bank, "bank", &OpeningRow::bank }, { CashKind::Kas, "kas", &OpeningRow::kas },
    { CashKind::Panjar, "panjar", &OpeningRow::panjar }, { CashKind::Piutang, "piutang", &OpeningRow::piutang }, { CashKind::Pajak, "pajak", &OpeningRow::pajak },
    { CashKind::Bunga, "bunga", &OpeningRow::bunga }, { CashKind::Swadaya, "swadaya", &OpeningRow::swadaya },
    { CashKind::Titipan, "titipan", &OpeningRow::titipan } };

bool is_given(std::optional<Rupiah> const& amount) { return amount && !amount->is_zero(); }

/// What the whole list is read against.
struct Known {
    std::vector<Pokmas> pokmas;
    std::vector<programme::Purse> purses;
    rules::Pack const& pack;
};

class ListReader {
public:
    ListReader(db::ReadTx& tx, CityId city, ProposeOpening const& list, Known known)
        : m_tx(tx), m_city(city), m_year(int(list.year)), m_cut_off(list.cut_off), m_known(std::move(known))
    {
    }

    Result<void> add(std::size_t index, OpeningRow const& row)
    {
        m_row = index;
        auto const is_purse = !row.unit.empty();
        auto const has_stage = std::ranges::any_of(stage_columns, [&](auto const& column) { return is_given(row.*column.amount); });
        auto const has_cash = std::ranges::any_of(cash_columns, [&](auto const& column) { return is_given(row.*column.amount); }) || !row.contract.empty()
            || !row.sp2d_number.empty();
        if (has_stage && has_cash)
            return refuse("unit", "payout.opening_both");
        if (is_purse ? !has_stage : !has_cash)
            return refuse(is_purse ? "pagu" : "bank", "payout.opening_nothing");
        return is_purse ? add_purse(row) : add_cash(row);
    }
    Result<ReadyOpening> finish()
    {
        for (auto& [key, group] : m_groups) {
            TRY(judge(group));
            m_ready.groups.push_back(std::move(group));
        }
        return std::move(m_ready);
    }

private:
    Result<void> refuse(std::string_view field, std::string code, std::string value = {}, Arguments arguments = {})
    {
        m_ready.errors.push_back({ "rows." + std::to_string(m_row) + "." + std::string(field), std::move(code), std::move(value), std::move(arguments) });
        return Done {};
    }

    OpeningGroup& group_of(Pokmas const* pokmas)
    {
        auto const [group, is_new] = m_groups.try_emplace(pokmas != nullptr ? pokmas->id.str() : std::string {});
        if (is_new) {
            group->second.first_row = m_row;
            if (pokmas != nullptr)
                group->second.pokmas = *pokmas;
        }
        return group->second;
    }

    /// By name or id; nullptr when there is none of that name.
    Pokmas const* named(std::string const& typed) const
    {
        auto const found = std::ranges::find_if(
            m_known.pokmas, [&](Pokmas const& each) { return each.id.text() == typed || bare_name(each.name) == bare_name(typed); });
        return found == m_known.pokmas.end() ? nullptr : &*found;
    }
    Pokmas const* serving(std::string const& rw) const
    {
        auto const found = std::ranges::find_if(m_known.pokmas, [&](Pokmas const& each) { return std::ranges::find(each.rws, rw) != each.rws.end(); });
        return found == m_known.pokmas.end() ? nullptr : &*found;
    }

    rules::Envelope const* envelope_named(std::string const& words) const
    {
        auto const found = std::ranges::find_if(m_known.pack.envelopes, [&](rules::Envelope const& each) { return each.key == fold(words) || fold(each.label) == fold(words); });
        return found == m_known.pack.envelopes.end() ? nullptr : &*found;
    }

    Result<void> add_purse(OpeningRow const& row)
    {
        auto const code = territory::PlaceCode::parse(row.unit.str());
        if (!code.ok())
            return refuse("unit", "place.format", row.unit.str());
        auto const* envelope = envelope_named(row.envelope.str());
        if (envelope == nullptr)
            return refuse("envelope", row.envelope.empty() ? "required" : "payout.opening_envelope", row.envelope.str());
        auto const purse = std::ranges::find_if(
            m_known.purses, [&](programme::Purse const& each) { return each.unit_code == code->text && each.envelope == envelope->key; });
        if (purse == m_known.purses.end())
            return refuse("unit", "payout.opening_no_purse", row.unit.str());
        auto const* pokmas = row.pokmas.empty() ? serving(code->parent()) : named(row.pokmas.str());
        if (pokmas == nullptr && !row.pokmas.empty())
            return refuse("pokmas", "payout.opening_pokmas", row.pokmas.str());
        auto const money = TRY(ledger::balance(m_tx, m_city, purse->id));
        for (auto const stage : ledger::all_stages)
            if (stage != Stage::Anggaran && !money.of(stage).is_zero())
                return refuse("unit", "payout.opening_not_empty", row.unit.str(), { { "amount", std::to_string(money.of(stage).value()) } });
        return add_stages(row, *purse, pokmas);
    }

    /// A plan that somebody wrote here already would be a second one beside the one that comes with the balances.
    Result<void> look_at_plan(programme::Purse const& purse)
    {
        if (!m_planned.insert(purse.unit).second)
            return Done {};
        auto const state = TRY(planning::plan_in_the_way(m_tx, m_city, m_year, purse.unit));
        return state ? refuse("unit", "payout.opening_plan", purse.unit_code, { { "unit", purse.unit_name } }) : Result<void>(Done {});
    }

    Result<void> add_stages(OpeningRow const& row, programme::Purse const& purse, Pokmas const* pokmas)
    {
        auto const* item = row.category.empty() ? nullptr : m_known.pack.menu_item(row.category.str());
        if (!row.category.empty() && (item == nullptr || std::ranges::find(item->envelopes, purse.envelope) == item->envelopes.end()))
            return refuse("category", "payout.opening_category", row.category.str());
        auto& group = group_of(pokmas);
        group.purses.emplace(purse.id, purse);
        if (item != nullptr)
            TRY(look_at_plan(purse));
        for (auto const& column : stage_columns) {
            auto const& amount = row.*column.amount;
            if (!is_given(amount))
                continue;
            if (column.categorised && item == nullptr)
                return refuse("category", "required");
            if (pokmas == nullptr && column.stage != Stage::Pagu && column.stage != Stage::Rencana && column.stage != Stage::Batal)
                return refuse("pokmas", "required");
            group.parts.push_back({ purse.id, column.stage, column.categorised ? row.category.str() : std::string {}, *amount });
        }
        return Done {};
    }

    /// "person:01H…" of an officer by name, "tax:pph23" by its key or label; "-" where the account has no parts.
    Result<std::string> party_of(OpeningRow const& row, CashKind kind, Pokmas const& pokmas)
    {
        if (kind == CashKind::Pajak) {
            for (auto const& tax : m_known.pack.taxes)
                if (tax.key == fold(row.party.str()) || fold(tax.label) == fold(row.party.str()))
                    return "tax:" + tax.key;
            return std::string {};
        }
        if (kind != CashKind::Panjar && kind != CashKind::Piutang)
            return std::string("-");
        auto const all = TRY(officers(m_tx, m_city, pokmas.id));
        for (auto const& officer : all) {
            auto const name = TRY(identity::person_name(m_tx, m_city, officer.person));
            if (fold(name) == fold(row.party.str()))
                return "person:" + officer.person.str();
        }
        return std::string {};
    }

    Result<void> add_cash(OpeningRow const& row)
    {
        auto const* pokmas = named(row.pokmas.str());
        if (pokmas == nullptr)
            return refuse("pokmas", row.pokmas.empty() ? "required" : "payout.opening_pokmas", row.pokmas.str());
        auto& group = group_of(pokmas);
        group.own_row = group.own_row.value_or(m_row);
        if (!row.contract.empty()) {
            group.contract = row.contract.str();
            group.signed_on = row.signed_on;
            group.ends_on = row.ends_on;
            if (!row.signed_on)
                TRY(refuse("signed_on", "required"));
            if (!row.ends_on)
                TRY(refuse("ends_on", "required"));
            if (row.signed_on && row.ends_on && *row.ends_on < *row.signed_on)
                TRY(refuse("ends_on", "payout.contract_dates", row.ends_on->iso()));
            if (row.signed_on && *row.signed_on > m_cut_off)
                TRY(refuse("signed_on", "payout.opening_after", row.signed_on->iso(), { { "cut_off", m_cut_off.iso() } }));
        }
        if (!row.sp2d_number.empty())
            TRY(add_order(row, group));
        for (auto const& column : cash_columns) {
            auto const& amount = row.*column.amount;
            if (!is_given(amount))
                continue;
            auto party = TRY(party_of(row, column.kind, *pokmas));
            if (party.empty())
                TRY(refuse("party", column.kind == CashKind::Pajak ? "payout.opening_tax" : "payout.opening_party", row.party.str(), { { "pokmas", pokmas->name } }));
            else
                group.cash.push_back({ column.kind, std::move(party), *amount });
        }
        return Done {};
    }

    /// The treasury's order whose money had not arrived on the cut-off date.
    Result<void> add_order(OpeningRow const& row, OpeningGroup& group)
    {
        group.sp2d = row.sp2d_number.str();
        group.sp2d_on = row.sp2d_on;
        if (!row.sp2d_on)
            return refuse("sp2d_on", "required");
        if (*row.sp2d_on > m_cut_off)
            return refuse("sp2d_on", "payout.opening_after", row.sp2d_on->iso(), { { "cut_off", m_cut_off.iso() } });
        auto const used = TRY(m_tx.run(sql::sp2d_by_number, m_city, fold(group.sp2d)));
        auto const is_new = m_orders.insert(fold(group.sp2d)).second;
        return used.begin() != used.end() || !is_new ? refuse("sp2d_number", "payout.sp2d_used", group.sp2d) : Result<void>(Done {});
    }

    /// What a pokmas holds is what its purses have in cair and what it owes; a contract in force is named.
    Result<void> judge(OpeningGroup& group)
    {
        m_row = group.own_row.value_or(group.first_row);
        auto const cair = group.at(Stage::Cair);
        auto const name = group.pokmas ? group.pokmas->name : std::string {};
        if (group.held() != cair + group.owed())
            TRY(refuse("pokmas", "payout.opening_differs", name,
                { { "pokmas", name }, { "held", std::to_string(group.held().value()) }, { "cair", std::to_string(cair.value()) },
                    { "owed", std::to_string(group.owed().value()) } }));
        if (!group.pokmas)
            return Done {};
        if (group.at(Stage::Sp2d).is_positive() != !group.sp2d.empty())
            TRY(refuse("sp2d_number", "payout.opening_sp2d", group.sp2d, { { "pokmas", name } }));
        if (!group.is_contracted())
            return Done {};
        if (group.contract.empty())
            return refuse("contract", "payout.opening_contract", {}, { { "pokmas", name } });
        auto const known = TRY(contract_of(m_tx, m_city, group.pokmas->id, m_year));
        if (known)
            return refuse("contract", "payout.contract_there", group.contract, { { "number", known->number }, { "pokmas", name } });
        return Done {};
    }

    db::ReadTx& m_tx;
    CityId m_city;
    int m_year;
    Date m_cut_off;
    Known m_known;
    std::set<territory::RegionId> m_planned;
    std::set<std::string> m_orders;
    std::size_t m_row { 0 };
    std::map<std::string, OpeningGroup> m_groups;
    ReadyOpening m_ready;
};

} // namespace

Rupiah OpeningGroup::at(Stage stage) const
{
    Rupiah sum;
    for (auto const& part : parts)
        if (part.stage == stage)
            sum += part.amount;
    return sum;
}

Rupiah OpeningGroup::held() const
{
    Rupiah sum;
    for (auto const& each : cash)
        if (each.kind <= CashKind::Piutang)
            sum += each.amount;
    return sum;
}

Rupiah OpeningGroup::owed() const
{
    Rupiah sum;
    for (auto const& each : cash)
        if (each.kind > CashKind::Piutang)
            sum += each.amount;
    return sum;
}

Result<ReadyOpening> ready_opening(db::ReadTx& tx, CityId city, ProposeOpening const& input, rules::Pack const& pack)
{
    auto const year = int(input.year);
    auto pokmas = TRY(pokmas_below(tx, city, ""));
    auto purses = TRY(programme::purses_below(tx, city, year, ""));
    ListReader reader(tx, city, input, { std::move(pokmas), std::move(purses), pack });
    for (std::size_t i = 0; i < input.rows.size(); ++i)
        TRY(reader.add(i, input.rows[i]));
    return reader.finish();
}

} // namespace rtkeren::payout
