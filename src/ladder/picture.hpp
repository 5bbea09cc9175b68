#pragma once

#include "ladder/board.hpp"
#include "ladder/clinics.hpp"
#include "ladder/store.hpp"
#include "tables/list.hpp"

/// What waits, as of today: every product that is made, judged by the papers of its business, read in a fixed number of queries however large the place is.
namespace rtkeren::ladder {

/// Which places a page speaks of: all that the actor may read, or the one kelurahan that was asked for.
struct Scope {
    std::vector<std::string> places; // disjoint; "" is the city
    std::string kelurahan; // "" or the one that was asked for
    std::vector<tables::Choice> choices; // kelurahan that may be asked for
};
/// Unknown or unreadable: list.filter at `kelurahan`.
[[nodiscard]] Result<Scope> scope_of(db::ReadTx&, Services const&, Actor const&, std::string_view asked);
/// From and behind of the codes of a place.
[[nodiscard]] std::pair<std::string, std::string> stretch_of(std::string_view place);

/// One product; of its way only what is asked for of a whole city.
struct Waiting {
    enterprise::ProductStanding product; // without the steps
    std::optional<enterprise::StandingStep> step {}; // that it waits for
    int missing {0}; // required steps that are not done
    bool lacks_brand {false};
    std::optional<Word> word {}; // of the desk that has it in hand

    [[nodiscard]] enterprise::StandingStep const* now() const { return step ? &*step : nullptr; }
};
struct Picture {
    std::vector<Waiting> products; // of businesses that go on
    std::int64_t businesses {0}, without_product {0}; // that go on; none of their products is recorded
    db::Rows rows {}; // as the list behind the board shows each product: made once for who keeps the picture
};
[[nodiscard]] Result<Picture> picture_of(db::ReadTx&, Services const&, std::vector<std::string> const& places);

/// Products at their step; those that wait for nothing are left out.
[[nodiscard]] std::vector<Wait> waits_of(std::span<Waiting const* const>, Date today);
[[nodiscard]] std::vector<Blocked> blocked_of(Picture const&);

/// What a seat of each clinic costs: spent on linked topics, else their usual cost, else the pack of this year or one of the two before.
[[nodiscard]] Result<std::vector<SeatCost>> seat_costs(db::ReadTx&, Services const&);
/// How many seats of each clinic succeed: of those of linked topics, else what the pack assumes.
[[nodiscard]] Result<std::vector<Success>> successes(db::ReadTx&, Services const&);

} // namespace rtkeren::ladder
