#pragma once

#include "enterprise/enterprise.hpp"
#include "enterprise/inputs.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What businesses sold: period, channel, amount, and how it is known. Gross sales, net of returns; consignment counts when it is sold.
/// One business's figures are its owner's, who recorded them, and a named officer's whom the owner allowed; every other page shows groups of ten and more.
namespace rtkeren::turnover {

using RecordId = Id<struct TurnoverRecordTag>;
using ConsentId = Id<struct TurnoverConsentTag>;
using EntryId = Id<struct TurnoverEntryTag>;

struct NewRecord {
    enterprise::BusinessId business;
    Date from, to; // one day to one year
    enterprise::Channel channel {enterprise::Channel::Rumah};
    enterprise::Method method {enterprise::Method::RecallMonth};
    Rupiah amount; // 0 is a record too: a day, week or month without sales
    std::optional<std::int64_t> units {}, selling_days {};
    std::string note {};
    std::optional<Sha256> file {}; // statement, page of the cash book, tally
};
/// Written in the caller's transaction, by whoever the caller has judged may: follow-up visits, survey rounds, stalls. A correction names what it replaces;
/// nothing is changed or removed. Fields from, to (turnover.period, date.future), amount, selling_days; `file` where the method is a document
/// (turnover.proof_missing); Conflict turnover.overlap {from, to, channel, method, new_from, new_to}: the same days by the same channel and method are
/// recorded already; turnover.corrected_already.
struct Written {
    RecordId id;
    std::vector<Verdict> verdicts; // outlier flags: warnings, never refusals
};
[[nodiscard]] Result<Written> write_record(db::WriteTx&, operations::Context&, NewRecord const&, std::optional<RecordId> corrects = {});

struct Record : NewRecord {
    RecordId id;
    PersonId recorded_by;
    std::string recorded_by_name;
    Instant recorded_at;
    std::optional<RecordId> corrected_by {}; // no longer counts
    std::optional<RecordId> corrects {};
    bool withdrawn {false}; // says that what it corrects never was: counts nothing itself
    std::string reason {}; // of the correction
    std::string source {}; // the list that it came with, "" else
    std::vector<Verdict> flags {};
    bool own_book {false}; // a closed day of the owner's cash book
    [[nodiscard]] bool counts() const { return !corrected_by && !withdrawn; }
};
/// Whether this actor may see this business's own figures: the owner; a named officer whom the owner allowed, today. Its records that the actor made are theirs anyhow.
/// A page that shows them to an officer says so with `note_reading`.
[[nodiscard]] Result<bool> may_see(db::ReadTx&, Actor const&, enterprise::Business const&, Date today);
/// That an officer looked, for the owner to see; nothing for the owner. `page` is a word: "omzet", "catatan".
[[nodiscard]] Result<void> note_reading(Services&, Actor const&, enterprise::Business const&, std::string_view page);
/// For figures of groups and effects in rooms above: never shown one by one. Newest first; with those of businesses that were merged into this one.
[[nodiscard]] Result<std::vector<Record>> records_of(db::ReadTx&, CityId, enterprise::BusinessId);
/// turnover.no_record
[[nodiscard]] Result<Record> find_record(db::ReadTx&, CityId, RecordId);

/// A month of one business by method, strongest first: what figures of groups are made of. Methods are never added up.
struct MonthSum {
    std::string month;
    enterprise::Method method;
    Rupiah amount;
};
[[nodiscard]] Result<std::vector<MonthSum>> months_of(db::ReadTx&, CityId, enterprise::BusinessId);

/// Where one figure is needed: the best method of each channel, added over channels; `weakest` is the weakest of those. By month.
struct MonthFigure {
    std::string month;
    Rupiah amount;
    enterprise::Method weakest {enterprise::Method::EstimateOfficial};
};
[[nodiscard]] Result<std::vector<MonthFigure>> figures_of(db::ReadTx&, CityId, enterprise::BusinessId);

/// Figures are shown for so many businesses and more.
inline constexpr std::int64_t smallest_group = 10;

} // namespace rtkeren::turnover
