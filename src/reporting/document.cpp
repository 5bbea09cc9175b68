#include "reporting/document.hpp"

#include "evidence/evidence.hpp"
#include "identity/identity.hpp"
#include "language/language.hpp"
#include "reporting/sql.hpp"

#include <algorithm>
#include <map>

namespace rtkeren::reporting {
namespace {

using ledger::Stage;

/// Reads one report; members are filled in the order of the functions.
class Gathering {
public:
    Gathering(Services const& services, db::ReadTx& tx, PokmasId pokmas, int year) : m_services(services), m_tx(tx), m_city(services.city), m_pokmas(pokmas), m_year(year) { }

    Result<Account> run()
    {
        TRY(read_frame());
        TRY(read_people());
        TRY(read_purses());
        for (auto const& [number, expense] : m_expenses)
            add_expense(expense);
        TRY(read_proofs());
        TRY(read_taxes());
        TRY(read_book());
        m_account.missing = TRY(missing(m_tx, m_city, m_pokmas, m_year));
        return std::move(m_account);
    }

private:
    Result<void> read_frame()
    {
        auto const year = TRY(programme::year_of(m_tx, m_city, m_year));
        auto const city = TRY(territory::city(m_tx, m_city));
        m_pack = TRY(rules::released(m_tx, m_city, m_year));
        m_account.pokmas = TRY(payout::pokmas(m_tx, m_city, m_pokmas));
        m_account.lpj = TRY(lpj_of(m_tx, m_city, m_pokmas, m_year));
        m_account.contract = TRY(payout::contract_of(m_tx, m_city, m_pokmas, m_year));
        auto const kelurahan = TRY(territory::find(m_tx, m_city, m_account.pokmas.kelurahan));
        auto const kecamatan = TRY(territory::find(m_tx, m_city, kelurahan.parent));
        m_account.city_name = city.name;
        m_account.letterhead = city.letterhead;
        m_account.kelurahan = kelurahan.name;
        m_account.kecamatan = kecamatan.name;
        m_account.scheme = year.scheme;
        m_account.rules = tr("Aturan {year} versi {version}", {{"year", std::to_string(m_year)}, {"version", std::to_string(m_pack->version)}});
        m_account.year = m_year;
        m_account.printed_on = m_services.today();
        m_account.signed_on = m_account.lpj ? m_account.lpj->accepted_on.value_or(m_account.printed_on) : m_account.printed_on;
        return Done {};
    }

    Result<Signatory> office_holder(std::string_view role)
    {
        auto signer = TRY(identity::signer_of(m_tx, m_city, role, m_account.pokmas.kelurahan, m_account.signed_on));
        return Signatory {std::move(signer.office), std::move(signer.name)};
    }

    Result<void> read_people()
    {
        auto const officers = TRY(payout::officers_on(m_tx, m_city, m_pokmas, m_account.signed_on));
        for (auto const& officer : officers) {
            auto const slot = officer.position == payout::Position::Ketua ? &m_account.chair
                : officer.position == payout::Position::Bendahara ? &m_account.treasurer
                : officer.position == payout::Position::Sekretaris ? &m_account.secretary
                                                                     : nullptr;
            if (slot == nullptr || !slot->name.empty())
                continue;
            slot->office = payout::label_of(officer.position);
            slot->name = TRY(identity::person_name(m_tx, m_city, officer.person));
        }
        m_account.verifier = TRY(office_holder("sekkel"));
        m_account.lurah = TRY(office_holder("lurah"));
        return Done {};
    }

    [[nodiscard]] std::string envelope_label(std::string_view key) const
    {
        auto const* envelope = m_pack->envelope(key);
        return envelope != nullptr ? envelope->label : std::string(key);
    }

    Result<Rupiah> contracted_of(PurseId purse)
    {
        if (m_account.contract && m_contract_parts.empty())
            m_contract_parts = TRY(payout::contract_lines(m_tx, m_city, m_account.contract->id));
        Rupiah sum;
        for (auto const& part : m_contract_parts) {
            if (part.purse == purse)
                sum += part.amount;
        }
        return sum;
    }

    Result<void> read_purses()
    {
        auto const purses = TRY(purses_of_pokmas(m_tx, m_city, m_pokmas, m_year));
        for (auto const& purse : purses) {
            TRY(read_absorption(purse));
            TRY(read_lines(purse));
            TRY(read_expenses(purse));
            TRY(read_photos(purse));
            TRY(read_deposits(purse));
        }
        return Done {};
    }

    Result<void> read_absorption(programme::Purse const& purse)
    {
        auto const amounts = TRY(ledger::balance(m_tx, m_city, purse.id));
        auto const planned = TRY(planning::approved_by_category(m_tx, m_city, purse.id));
        auto const disbursed = TRY(payout::disbursed(m_tx, m_city, purse.id));
        Absorption row;
        row.unit = purse.unit_name;
        row.envelope = envelope_label(purse.envelope);
        row.href = "/kantong/" + purse.id.str();
        row.ceiling = amounts.pagu_awal();
        for (auto const& [category, amount] : planned)
            row.planned += amount;
        for (auto const& each : disbursed)
            row.disbursed += each.amount;
        row.contracted = TRY(contracted_of(purse.id));
        row.spent = amounts.of(Stage::Belanja) + amounts.of(Stage::Sah);
        row.accepted = amounts.of(Stage::Sah);
        row.returned = amounts.of(Stage::Kembali);
        row.left = amounts.of(Stage::Cair);
        m_account.total += row;
        m_account.purses.push_back(std::move(row));
        return Done {};
    }

    Result<void> read_lines(programme::Purse const& purse)
    {
        auto const lines = TRY(planning::approved_lines(m_tx, m_city, purse.id));
        auto const borne = TRY(spending::spending_by_line(m_tx, m_city, purse.id));
        for (auto const& line : lines) {
            auto const found = std::ranges::find(borne, line.id, &spending::LineSpending::line);
            LineReal row {purse.unit_name, envelope_label(purse.envelope), line.activity, line.item,
                planning::format_quantity(line.quantity_thousandths) + " " + line.unit, line.amount, {}, {}};
            if (found != borne.end()) {
                row.spent = found->spent;
                row.accepted = found->accepted;
            }
            m_account.lines.push_back(std::move(row));
        }
        return Done {};
    }

    struct Borne {
        spending::Expense expense;
        std::string units;
        Rupiah charged, accepted;
    };

    Result<void> read_expenses(programme::Purse const& purse)
    {
        auto const some = TRY(spending::expenses_of_purse(m_tx, m_city, purse.id));
        for (auto const& expense : some) {
            auto& borne = m_expenses.emplace(expense.number, Borne {expense, {}, {}, {}}).first->second;
            borne.charged += expense.charged - expense.undone;
            borne.accepted += expense.accepted;
            if (borne.units.find(purse.unit_name) == std::string::npos)
                borne.units += (borne.units.empty() ? "" : ", ") + purse.unit_name;
        }
        return Done {};
    }

    void add_expense(Borne const& borne)
    {
        auto const& expense = borne.expense;
        auto const* state = spending::expense_machine().state(expense.state);
        ExpenseReal row;
        row.id = expense.id;
        row.number = expense.number;
        row.supplier = expense.supplier;
        row.receipt = expense.receipt;
        row.purpose = expense.description;
        row.units = borne.units;
        row.state = state != nullptr ? tr(state->label) : expense.state;
        row.on = expense.on;
        row.gross = expense.gross;
        row.taxes = expense.withheld;
        row.net = expense.net;
        row.charged = borne.charged;
        row.accepted = borne.accepted;
        m_account.gross += row.gross;
        m_account.taxes += row.taxes;
        m_account.net += row.net;
        m_account.charged += row.charged;
        m_account.accepted += row.accepted;
        m_account.expenses.push_back(std::move(row));
    }

    Result<void> read_photos(programme::Purse const& purse)
    {
        auto const photos = TRY(photos_of_purse(m_tx, m_city, purse.id));
        for (auto const& photo : photos)
            m_account.photos.push_back({purse.unit_name, photo.activity, photo.sha256, photo.stage, photo.on, photo.paper == "papan"});
        return Done {};
    }

    Result<void> read_deposits(programme::Purse const& purse)
    {
        auto const rows = TRY(m_tx.run(sql::deposits, m_city, purse.id));
        for (auto const& row : rows)
            m_account.deposits.push_back({purse.unit_name + ", " + envelope_label(purse.envelope), language::word("reporting.deposit." + row.text(0)), row.text(1), row.date(2), row.rupiah(3)});
        return Done {};
    }

    [[nodiscard]] std::string paper_label(spending::Expense const& expense, std::string_view paper) const
    {
        if (auto const* kind = m_pack->spend_kind(expense.spend_kind); kind != nullptr) {
            auto const found = std::ranges::find(kind->papers, paper, &rules::SpendKind::Paper::kind);
            if (found != kind->papers.end())
                return found->label;
        }
        return std::string(paper);
    }

    Result<void> read_proofs()
    {
        for (auto const& [number, borne] : m_expenses) {
            auto const links = TRY(evidence::links(m_tx, m_city, "expense", borne.expense.id.str()));
            for (auto const& link : links)
                m_account.proofs.push_back({number, paper_label(borne.expense, link.paper), link.sha256, link.added_at.date_in(m_services.zone)});
        }
        for (auto const& photo : m_account.photos) {
            auto const paper = photo.is_board ? tr("Foto papan informasi") : tr("Foto {stage} persen", {{"stage", std::to_string(photo.stage)}});
            m_account.proofs.push_back({photo.unit, paper, photo.sha256, photo.on});
        }
        return Done {};
    }

    [[nodiscard]] std::string tax_label(std::string const& key) const
    {
        auto const* tax = m_pack->tax(key);
        return tax != nullptr ? tax->label : key;
    }

    Result<void> read_taxes()
    {
        auto const rows = TRY(m_tx.run(sql::taxes, m_city, m_pokmas, m_year));
        for (auto const& row : rows)
            m_account.due_taxes.push_back({row.text(9), row.text(2), row.rupiah(3), row.rupiah(4), row.rupiah(5), row.rupiah(6), row.date(7)});
        // The taxes of December fall due in January.
        auto const first = TRY(Date::of(m_year, 1, 1));
        auto const last = TRY(Date::of(m_year + 1, 1, 31));
        auto const paid = TRY(m_tx.run(sql::tax_payments, m_city, m_pokmas, first, last));
        for (auto const& row : paid) {
            m_account.paid_taxes.push_back({row.date(3), row.text(1) == "ntpd" ? "NTPD" : "NTPN", row.text(2), tax_label(row.text(4)), row.text(6), row.rupiah(5)});
            if (!row.text(6).empty())
                m_account.proofs.push_back({m_account.paid_taxes.back().kind + " " + row.text(2), tr("Bukti setor"), row.text(6), row.date(3)});
        }
        return Done {};
    }

    Result<void> read_book()
    {
        m_account.from = TRY(Date::of(m_year, 1, 1));
        auto const end = TRY(Date::of(m_year, 12, 31));
        m_account.to = std::max(m_account.from, std::min(end, m_account.printed_on));
        m_account.book = TRY(ledger::bku(m_tx, m_city, m_pokmas, m_account.from, m_account.to));
        return Done {};
    }

    Services const& m_services;
    db::ReadTx& m_tx;
    CityId m_city;
    PokmasId m_pokmas;
    int m_year;
    std::shared_ptr<rules::Pack const> m_pack;
    ledger::Parts m_contract_parts;
    std::map<std::string, Borne> m_expenses; // by number
    Account m_account;
};

} // namespace

Absorption& Absorption::operator+=(Absorption const& other)
{
    ceiling += other.ceiling;
    planned += other.planned;
    contracted += other.contracted;
    disbursed += other.disbursed;
    spent += other.spent;
    accepted += other.accepted;
    returned += other.returned;
    left += other.left;
    return *this;
}

Result<Account> account_of(Services const& services, db::ReadTx& tx, PokmasId pokmas, int year)
{
    return Gathering(services, tx, pokmas, year).run();
}

} // namespace rtkeren::reporting
