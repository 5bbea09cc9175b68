#pragma once

#include "followup/store.hpp"

#include <functional>
#include <map>

/// How many still produce after so many days, and what they sell: counted over ended visits, always with what it is counted of. The arithmetic is pure.
namespace rtkeren::followup {

/// What became of visits: one row as the database groups them.
struct OutcomeRow {
    std::string topic {}, topic_name {}, region {}, kelurahan {};
    training::CourseId course {};
    std::int64_t days {0};
    std::string outcome {}; // "yes", "paused", "stopped", "never", "unreachable", "refused", "expired"
    std::int64_t count {0};
};
/// What one business told of one month or week.
struct SoldRow {
    std::string topic {}, region {}, kelurahan {};
    training::CourseId course {};
    std::int64_t days {0};
    std::string method {}, business {};
    Rupiah sold {};
};

struct Tally {
    std::int64_t yes {0}, paused {0}, stopped {0}, never {0}, unreachable {0}, refused {0}, expired {0};
    void add(std::string_view outcome, std::int64_t count);
    [[nodiscard]] std::int64_t answered() const { return yes + paused + stopped + never; }
    [[nodiscard]] std::int64_t asked() const { return answered() + unreachable + refused + expired; }
    [[nodiscard]] std::optional<BasisPoints> share() const; // of those who answered; nothing where nobody did
};

/// The middle of what was told by the method that most told by: of so many businesses, never fewer than turnover::smallest_group; rounded to Rp10.000,
/// so that nobody's own amount is read from it. The other methods are counted beside it and never mixed in.
struct Median {
    std::string method;
    Rupiah amount;
    std::int64_t businesses {0};
    std::vector<std::pair<std::string, std::int64_t>> mix; // every method with its businesses, strongest first
};
[[nodiscard]] std::optional<Median> median_of(std::vector<SoldRow> const&);

struct Figure {
    std::int64_t days {0};
    Tally tally;
    std::optional<Median> median;
};
struct Group {
    std::string key;
    std::vector<Figure> figures; // by days
    [[nodiscard]] Figure const* at(std::int64_t days) const;
};
/// `keys` says to which groups a row belongs: a course with two trainers counts for both.
using Keys = std::function<std::vector<std::string>(std::string const& topic, std::string const& region, std::string const& kelurahan, training::CourseId)>;
[[nodiscard]] std::vector<Group> groups_of(std::vector<OutcomeRow> const&, std::vector<SoldRow> const&, Keys const&);

/// Which visits are counted.
struct Scope {
    std::int64_t year {0}; // of the course; 0 is all
    std::string place {}; // region code; "" is all
    std::string topic {}, trainer {}; // "" is all
    enterprise::Reach reach {}; // where the reader reads
};
/// Everywhere, for figures that name nobody.
[[nodiscard]] enterprise::Reach whole_city();

struct Counted {
    std::vector<OutcomeRow> outcomes;
    std::vector<SoldRow> sold;
    std::vector<std::pair<std::string, std::int64_t>> obstacles; // most named first
};
[[nodiscard]] Result<Counted> count(db::ReadTx&, CityId, Scope const&);

/// "18 dari 24 yang menjawab (75 %)", "belum ada yang menjawab"
[[nodiscard]] std::string share_words(Tally const&);
/// "Rp2.400.000 (ingat sebulan, 14 usaha)"; "kurang dari 10 usaha" where it may not be shown.
[[nodiscard]] std::string median_words(std::optional<Median> const&);

} // namespace rtkeren::followup
