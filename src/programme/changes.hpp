#pragma once

#include "programme/allocation.hpp"

/// Changes of ceilings with their paper: the entries, the rows that say why, the trail.
namespace rtkeren::programme {

enum class ChangeKind : std::uint8_t { Declined, Bonus, Reduced, Moved, Allocated };
[[nodiscard]] std::string_view name_of(ChangeKind); // "declined", as stored

struct Change {
    ChangeKind kind;
    Purse purse;
    std::optional<Purse> other; // where a move goes
    EntryId entry; // set by `post`, or by who posted it already
    Rupiah amount;
};

class Changes {
public:
    struct Paper {
        int year;
        std::string number;
        Date date;
        std::string reason;
    };
    Changes(operations::Context& context, Paper paper)
        : m_context(context)
        , m_paper(std::move(paper))
    {
    }

    /// A change whose entry was posted already.
    void add(Change change) { m_changes.push_back(std::move(change)); }
    /// A change whose entry `write` posts.
    void post(Change change);
    [[nodiscard]] bool empty() const { return m_changes.empty(); }
    /// Posts, stores, appends to the trail and emits `programme.ceiling_changed`; the answer leads to the unit's first purse.
    [[nodiscard]] Result<operations::Answer> write(db::WriteTx&, std::string_view operation, std::string_view message);

private:
    operations::Context& m_context;
    Paper m_paper;
    std::vector<Change> m_changes;
    std::vector<ledger::Entry> m_entries;
};

} // namespace rtkeren::programme
