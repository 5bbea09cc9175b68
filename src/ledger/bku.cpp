#include "ledger/reads.hpp"
#include "ledger/sql.hpp"

#include <algorithm>

/// The general cash book in the form that offices know. Its balance is bank + kas + panjar; every line of an entry that stands on another account
/// prints as a row: what went there is money out, what came from there is money in. So an expense prints gross, the withheld tax as money in.
namespace rtkeren::ledger {
namespace {

bool is_in_hand(CashKind kind) { return kind == CashKind::Bank || kind == CashKind::Kas || kind == CashKind::Panjar; }

class CashBook {
public:
    explicit CashBook(Rupiah opening) : m_balance(opening) { m_book.opening = opening; }

    void begin(BkuRow head)
    {
        end();
        m_head = std::move(head);
        m_rows.clear();
        m_in_hand_up = m_in_hand_down = {};
    }
    void line(CashKind kind, PartyKey party, Rupiah amount)
    {
        if (is_in_hand(kind)) {
            (amount.is_positive() ? m_in_hand_up : m_in_hand_down) += amount;
            (kind == CashKind::Bank ? m_book.bank : kind == CashKind::Kas ? m_book.kas : m_book.panjar) += amount;
            return;
        }
        auto row = m_head;
        row.account = kind;
        row.party = std::move(party);
        (amount.is_positive() ? row.out : row.in) += amount.is_positive() ? amount : -amount;
        add(std::move(row));
    }
    /// Money that no line of this pokmas explains moved inside the hand (in and out), or came or went with a purse.
    void end()
    {
        if (m_in_hand_up.is_zero() && m_in_hand_down.is_zero())
            return;
        auto unexplained = m_in_hand_up + m_in_hand_down;
        for (auto const& row : m_rows)
            unexplained -= row.in - row.out;
        auto row = m_head;
        if (!unexplained.is_zero())
            (unexplained.is_positive() ? row.in : row.out) += unexplained.is_positive() ? unexplained : -unexplained;
        else if (m_rows.empty())
            row.in = row.out = m_in_hand_up;
        if (!row.in.is_zero() || !row.out.is_zero())
            m_rows.push_back(std::move(row));
        for (auto& ready : m_rows) {
            m_balance += ready.in - ready.out;
            ready.balance = m_balance;
            m_book.rows.push_back(std::move(ready));
        }
        m_in_hand_up = m_in_hand_down = {};
    }
    Bku done()
    {
        end();
        m_book.closing = m_balance;
        CHECK(m_book.closing == m_book.bank + m_book.kas + m_book.panjar);
        return std::move(m_book);
    }
    void open_with(CashKind kind, Rupiah amount) { (kind == CashKind::Bank ? m_book.bank : kind == CashKind::Kas ? m_book.kas : m_book.panjar) += amount; }

private:
    /// Lines of the same side and party print as one row.
    void add(BkuRow row)
    {
        auto same = std::ranges::find_if(m_rows, [&](BkuRow const& one) {
            return one.account == row.account && one.party == row.party && one.in.is_zero() == row.in.is_zero();
        });
        if (same == m_rows.end()) {
            m_rows.push_back(std::move(row));
            return;
        }
        same->in += row.in;
        same->out += row.out;
    }

    Bku m_book;
    Rupiah m_balance;
    BkuRow m_head {};
    std::vector<BkuRow> m_rows;
    Rupiah m_in_hand_up, m_in_hand_down;
};

BkuRow head_of(db::Row const& row)
{
    auto kind = entry_kind_of(row.text(2));
    CHECK(kind);
    return {.entry = row.id<EntryId>(1), .number = row.integer(0), .kind = *kind, .account = {}, .party = "-", .occurred_on = row.date(3), .recorded_at = row.instant(4),
        .subject_kind = row.text(5), .subject = row.text(6), .text = row.text(7), .in = {}, .out = {}, .balance = {}};
}

} // namespace

Result<Bku> bku(db::ReadTx& tx, CityId city, PokmasId pokmas, Date from, Date to)
{
    auto before = TRY(tx.run(sql::bku_opening, city, pokmas, from));
    Rupiah opening;
    for (auto const& row : before)
        opening += row.rupiah(1);
    CashBook book(opening);
    for (auto const& row : before)
        book.open_with(*cash_kind_of(row.text(0)), row.rupiah(1));
    auto lines = TRY(tx.run(sql::bku_lines, city, pokmas, from, to));
    std::int64_t number = 0;
    for (auto const& line : lines) {
        if (line.integer(0) != number)
            book.begin(head_of(line));
        number = line.integer(0);
        auto kind = cash_kind_of(line.text(8));
        CHECK(kind);
        book.line(*kind, line.text(9), line.rupiah(10));
    }
    return book.done();
}

} // namespace rtkeren::ledger
