#include "ledger/posting.hpp"
#include "ledger/sql.hpp"

namespace rtkeren::ledger {

Result<std::vector<Posted>> post_batch(db::WriteTx& tx, CityId city, std::span<Entry const> entries)
{
    Posting posting(tx, city);
    TRY(posting.prepare(entries));
    std::vector<Posted> answers;
    answers.reserve(entries.size());
    for (auto const& entry : entries) {
        auto posted = posting.take(entry);
        if (!posted.ok()) {
            auto error = std::move(posted).error();
            error.arguments.emplace_back("entry", entry.header.id.str());
            return error;
        }
        answers.push_back(*posted);
    }
    TRY(posting.write());
    return answers;
}

Result<Posted> post(db::WriteTx& tx, CityId city, Entry const& entry)
{
    Posting posting(tx, city);
    TRY(posting.prepare({&entry, 1}));
    auto posted = TRY(posting.take(entry));
    TRY(posting.write());
    return posted;
}

Result<Posted> reverse(db::WriteTx& tx, CityId city, EntryId original, Header header)
{
    auto entry = TRY(ledger::entry(tx, city, original));
    if (entry.kind == EntryKind::Reversal || entry.kind == EntryKind::HandOver)
        return Error::conflict("ledger.not_reversible", {{"kind", std::string(name_of(entry.kind))}});
    auto by = TRY(tx.maybe(sql::reversal_of, city, original));
    if (by && by->text(0) != header.id.text())
        return Error::conflict("ledger.already_reversed", {{"by", by->text(0)}});
    for (auto& leg : entry.purse_legs)
        leg.amount = -leg.amount;
    for (auto& leg : entry.cash_legs)
        leg.amount = -leg.amount;
    header.year = entry.header.year;
    if (header.subject_kind.empty()) {
        header.subject_kind = entry.header.subject_kind;
        header.subject = entry.header.subject;
    }
    entry.header = std::move(header);
    entry.kind = EntryKind::Reversal;
    entry.reverses = original;
    return post(tx, city, entry);
}

} // namespace rtkeren::ledger
