#pragma once

#include "simulation/random.hpp"
#include "simulation/simulation.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rtkeren::simulation {

struct Rt {
    std::string code; // "35.72.03.1002.003.002"
    territory::RegionId id;
};
struct Rw {
    std::string code;
    std::string kelurahan;
    std::vector<Rt> rts;
    std::string pokmas_name;
    std::string pokmas; // id once it was formed
    std::map<std::string, PersonId> officers; // "pokmas_ketua" -> person
};
struct Kelurahan {
    std::string code, name;
    std::vector<Rw> rws;
};

/// What the simulation remembers of the city that it makes; the truth is in the database.
struct World {
    Services& services;
    operations::Registry const& registry;
    territory::City city;
    DemoOptions options;
    Progress const& progress;
    Random random;
    std::vector<Kelurahan> kelurahan;
    std::string home; // the kelurahan whose offices stand on the sign-in page
    std::map<std::string, std::string> logins; // "lurah 35.72.03.1002" -> login
    std::map<std::string, PersonId> facilitators; // of courses, by kelurahan
    std::vector<std::pair<std::string, PersonId>> interviewers; // login and person; the first stands on the sign-in page
    std::size_t people {0};

    [[nodiscard]] std::string login_of(std::string_view role, std::string_view place) const;
};

/// One step for one person at a moment of the city's past.
struct Step {
    std::string operation;
    std::string login; // or who has none
    boost::json::object input; // without "id": a new one is drawn
    Instant at;
    std::optional<Instant> made_at {}; // what a phone says that had no signal
};
/// Who has no account: anybody on the public pages, and a participant with the paper slip.
inline constexpr std::string_view visitor = "", participant = "peserta";
/// Runs the steps in order, some hundred in a commit; the first refusal ends it and names its step.
[[nodiscard]] Result<std::vector<operations::Answer>> run_steps(World&, std::string_view what, std::vector<Step> const&);

/// An hour of a working day on that date, spread by chance.
[[nodiscard]] Instant moment(World&, Date);

/// The password of every account on the sign-in page of the example city.
inline constexpr std::string_view example_password = "contoh";
/// One hash for each account that is to have it, by login.
[[nodiscard]] std::map<std::string, std::string> example_password_hashes(World const&);

[[nodiscard]] Result<void> make_regions(World&);
[[nodiscard]] Result<void> make_people(World&);
/// The officers of every pokmas get their roles, once the groups have their ids.
[[nodiscard]] Result<void> appoint_officers(World&, Date from);
/// The account on the sign-in page of an owner of a business.
[[nodiscard]] Result<void> open_account_of_owner(World&, PersonId);
struct Market;
/// One year's money, from pack to closing or, in the last year, to the city's today; with a market its courses too.
[[nodiscard]] Result<void> make_year(World&, int year, Market*);

} // namespace rtkeren::simulation
