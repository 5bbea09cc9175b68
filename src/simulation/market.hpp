#pragma once

#include "simulation/pictures.hpp"
#include "simulation/trades.hpp"
#include "simulation/world.hpp"

#include <deque>
#include <optional>

/// The market side of the example city: owners and their businesses with a life each, from the start to the last paper or to closing.
/// Chances of its own, so that the years of money are the same with and without it.
namespace rtkeren::simulation {

struct Owner {
    std::string name;
    bool woman {false};
    Date born;
    std::string rt; // where they live
    std::string phone, nik; // "" when not known
    Date agreed_on;
    std::string person; // id, once recorded
};

/// How a business came into the registry.
enum class Entry : std::uint8_t { Visit, List };

struct Enterprise {
    std::size_t owner {0};
    Trade const* trade {nullptr};
    Kelurahan const* kelurahan {nullptr};
    Rw const* rw {nullptr};
    Rt const* rt {nullptr};
    std::string name, brand, place_kind;
    Date started, recorded;
    std::optional<Date> closed {};
    int care {0}; // 0 to 99: how far its owner goes for papers, books and buyers
    std::int64_t month_sales {0}; // of a usual month, rupiah
    bool seasonal {false};
    Entry entry {Entry::Visit};
    bool is_second {false}; // another activity of an owner who is recorded by then
    std::string id; // once recorded
    std::vector<std::string> papers {}; // kinds of licences that it has, in order of time
    std::string pirt {}; // its number, as it is printed on labels
    bool tells_months {false}; // its sales are recorded month by month
};
/// What an owner asked for on the way of a product's papers.
struct Application {
    Enterprise const* enterprise;
    std::string product, step;
    Date on;
};
/// Found by a list under another name.
struct Double {
    Enterprise* original;
    std::string id;
};

/// A course that was made: what follows it up.
struct HeldCourse {
    std::string id;
    Kelurahan const* kelurahan {nullptr};
    Date ended;
};

struct Market {
    World& world;
    Random random;
    Pictures pictures;
    Date first_day, today; // of the programme; of the city
    std::deque<Owner> owners {};
    std::deque<Enterprise> enterprises {};
    std::vector<Double> doubles {};
    std::vector<HeldCourse> courses {};
    std::vector<Application> applications {};
    std::size_t phones {0}, newcomers {0}, lists {0}; // drawn so far
    std::map<std::string, int> niks {}; // how many of a district and day
    std::optional<std::size_t> example_owner {}; // whose account stands on the sign-in page

    explicit Market(World&);
    [[nodiscard]] Owner& owner_of(Enterprise const& enterprise) { return owners[enterprise.owner]; }
    /// An hour of a working day.
    [[nodiscard]] Instant hour_of(Date);
    /// The next day of the week on which the offices do this kind of thing, so that few days have many steps.
    [[nodiscard]] static Date office_day(Date, std::chrono::weekday);
    [[nodiscard]] Date between(Date from, Date to);
    /// Of a few RT: a larger share of its businesses has what a visitor is to find.
    [[nodiscard]] bool is_small() const { return enterprises.size() < 2'000; }
    [[nodiscard]] bool is_past(Date day) const { return day < today; }
};

/// Who and what there is, in memory only: about 35 businesses an RT.
void plan_enterprises(Market&);
/// Through the form by the operators of the kelurahan, and by lists of the Dinas with doubles of what was there.
[[nodiscard]] Result<void> register_enterprises(Market&);
/// Found again under another name: some merged, some kept for comparing.
[[nodiscard]] Result<void> merge_doubles(Market&);
/// Numbers as they come with time, some wrong, doubtful or expired; looked up by somebody else.
[[nodiscard]] Result<void> add_licences(Market&);
/// What is made to be sold, with photos; papers asked for; some shown to everybody with the owner's consent.
[[nodiscard]] Result<void> add_products(Market&);
/// What some of them sold, month by month, known in several ways; a cash book of the owner of the sign-in page.
[[nodiscard]] Result<void> record_sales(Market&);
/// Figures of groups, once everything is told.
[[nodiscard]] Result<void> publish_turnover(Market&);
[[nodiscard]] Result<void> close_enterprises(Market&);

/// Steps that are no paper: where it sells, how it keeps its books; looked at by another, some lost again.
[[nodiscard]] Result<void> climb(Market&);
/// What the licence desk says of the papers that it has in hand.
[[nodiscard]] Result<void> take_in_hand(Market&);
/// Owners who registered by themselves: most wait for somebody who sees their KTP.
[[nodiscard]] Result<void> claim_businesses(Market&);

/// All of it, before the years of money.
[[nodiscard]] Result<void> make_enterprises(Market&);

struct Year;
/// Courses of a year, from the plan's lines to certificates; in the running year one meets today and one is called.
[[nodiscard]] Result<void> make_courses(Market&, Year const&);
/// What the mentors heard after the courses' days, as far as they are due.
[[nodiscard]] Result<void> make_followups(Market&);

/// The topics that teach what a paper asks for.
[[nodiscard]] Result<void> link_clinics(Market&);
/// A baseline round that is over, and one that runs today.
[[nodiscard]] Result<void> make_surveys(Market&);

/// A woman's or a man's, of one to three words.
[[nodiscard]] std::string owner_name(Random&, bool woman);
/// "Dapur Bu Sri", "Keripik Barokah"
[[nodiscard]] std::string business_name(Random&, Trade const&, std::string_view owner, bool woman);
/// "YYYY-MM"
[[nodiscard]] std::string month_of(Date);

} // namespace rtkeren::simulation
