#pragma once

#include "programme/programme.hpp"
#include "simulation/market.hpp"
#include "simulation/year.hpp"
#include "training/training.hpp"

#include <functional>
#include <set>

/// One course on the way through its year, and the stations that all of them come by.
namespace rtkeren::simulation {

inline constexpr int course_quota = 20;

struct TopicChoice {
    std::string_view category, code, title, made; // of the menu; of topics.csv
    int trade; // whose articles are made, in trades()
    int meetings;
};

/// What a course of the home kelurahan shows to who looks around on the city's today.
enum class Shown : std::uint8_t { Nothing, MeetsToday, Ended, Called, Chosen };

struct Course {
    Unit const* unit;
    TopicChoice const* topic;
    programme::Purse purse;
    std::vector<std::string> lines;
    Date start;
    std::string login, leader; // who manages it; who leads its meetings
    Shown shown {Shown::Nothing};
    std::string id {};
    std::vector<training::Session> meetings {};
    std::vector<training::Seat> seats {};

    [[nodiscard]] Date meeting(int nth) const { return start.plus_days(nth / 2 * 7 + nth % 2); }
    [[nodiscard]] Date last() const { return meeting(topic->meetings - 1); }
    [[nodiscard]] Date call_from() const { return start.plus_days(-24); }
    [[nodiscard]] Date call_until() const { return start.plus_days(-12); }
};
using Courses = std::vector<Course>;

/// One station of the way for every course that has come so far: the steps that `of` gives, and the courses whose they are.
[[nodiscard]] Result<std::vector<std::pair<Course*, operations::Answer>>> station(Market&, Courses&, std::string_view what, std::function<void(Course&, std::vector<Step>&)> const& of);

/// Who has a business in the kelurahan and was in no course this year, and neighbours who have none yet. In the courses that are called or chosen today some come
/// again who were in a course this summer, two are of one family, and there are more than seats.
class Applicants {
public:
    explicit Applicants(Market&);
    void add(Course const&, std::vector<Step>&);
    /// What the office decides by hand about those who come again, each with its reason.
    [[nodiscard]] boost::json::array decisions(std::vector<training::Seat> const&) const;

private:
    void add_owners(Course const&, int how_many, std::vector<Step>&);
    void add_again(Course const&, std::vector<Step>&);
    void add_newcomer(Course const&, std::string const& household, std::vector<Step>&);
    void push(Course const&, boost::json::object input, std::vector<Step>&);

    Market& m_market;
    std::map<std::string, std::vector<Enterprise const*>> m_near; // by kelurahan
    std::set<std::string> m_taken;
    std::vector<std::string> m_summer; // persons of the shown course that has ended
};
[[nodiscard]] Result<void> apply_and_choose(Market&, Courses&, Applicants&);

/// One of eleven stays away for good: by the name, since ids are others in each city.
[[nodiscard]] bool stays(training::Seat const&);
/// The signed list is photographed after each meeting. The course that meets today shows every route to a mark, slips, a moved and a cancelled meeting and a
/// mark that is disputed.
[[nodiscard]] Result<void> attend(Market&, Courses&);

} // namespace rtkeren::simulation
