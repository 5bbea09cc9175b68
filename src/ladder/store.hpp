#pragma once

#include "enterprise/standing.hpp"
#include "enterprise/store.hpp"
#include "ladder/inputs.hpp"

#include <map>

/// Rows of the ladder: written by operations, read by pages.
namespace rtkeren::ladder {

/// A step that is no paper, as it is stored.
struct Step {
    StepId id;
    enterprise::BusinessId business; // where it was recorded; pages show it with what stands for it now
    std::string step; // "titip"
    Date reached_on {};
    std::string note {}, file {}; // file: hash or ""
    UserId entered_by {};
    PersonId entered_person {};
    std::string entered_by_name {};
    Instant entered_at {};
    std::string result {}; // "", "seen", "not_seen"
    std::string checked_by_name {};
    std::optional<Instant> checked_at {};
    std::string checked_where {}, check_file {};
    std::optional<Date> lost_on {};
    std::string lost_reason {}, lost_by_name {};
    bool dropped {false};
    [[nodiscard]] bool holds() const { return !lost_on && !dropped && result != "not_seen"; }
};
/// ladder.no_step
[[nodiscard]] Result<Step> find_step(db::ReadTx&, CityId, StepId);
/// With those of businesses that it took up, oldest first.
[[nodiscard]] Result<std::vector<Step>> steps_of(db::ReadTx&, CityId, enterprise::BusinessId);

/// What a desk said last about an application that is open.
struct Word {
    std::string number; // of the file at the desk, or ""
    std::optional<Date> expected_until {};
    std::string note, said_by_name;
    Instant said_at;
};
[[nodiscard]] Result<std::vector<Word>> words_of(db::ReadTx&, CityId, enterprise::ApplicationId); // newest first
/// The newest of each application of the city.
[[nodiscard]] Result<std::map<std::string, Word>> newest_words(db::ReadTx&, CityId);

/// The steps that are papers, in the order in which they are got.
inline constexpr std::array<std::string_view, 6> paper_order {"nib", "pkp", "pirt", "bpom", "halal", "merek"};
[[nodiscard]] bool is_paper(std::string_view step);

/// The dimensions and their steps, lowest first.
struct Dimension {
    std::string_view code;
    std::vector<std::string_view> steps;
};
[[nodiscard]] std::vector<Dimension> const& dimensions();

} // namespace rtkeren::ladder
