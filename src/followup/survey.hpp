#pragma once

#include "followup/store.hpp"

/// Rounds and interviews as they are stored.
namespace rtkeren::followup {

struct Round {
    RoundId id;
    std::int64_t number {0}; // gapless in the city
    std::string name, place, frame_kind; // "business", "compared"
    std::optional<std::int64_t> baseline_for {};
    std::string month; // "2024-09"
    Date from_on, until_on;
    std::int64_t sample_size {0}, frame_count {0};
    std::string frame_hash, commitment, seed; // seed "" until drawn
    std::string drawn_by_name;
    std::optional<Instant> drawn_at {};
    std::int64_t tries {0};
    std::string entered_by_name;
    Instant entered_at;
    std::string state; // of the machine "survey"
};
/// followup.no_round
[[nodiscard]] Result<Round> round(db::ReadTx&, CityId, RoundId);
/// For who runs rounds at its place: followup.no_round elsewhere.
[[nodiscard]] Result<Round> round_for(db::ReadTx&, Actor const&, RoundId);
[[nodiscard]] std::string href_of(RoundId);
/// The text whose hash the round names.
[[nodiscard]] Result<std::string> frame_of_round(db::ReadTx&, CityId, RoundId);

struct Interview {
    InterviewId id;
    RoundId round;
    std::int64_t number {0};
    enterprise::BusinessId business;
    std::string business_name, activity; // "" where it was merged away since
    PersonId owner;
    std::string owner_name, region, kelurahan;
    std::optional<PersonId> interviewer {};
    std::string interviewer_name, outcome; // "open", "answered", "refused", "not_reached"
    std::int64_t tries {0};
    std::optional<AnswerId> answer {};
    std::optional<Instant> phone_shown_at {};
    std::optional<UserId> phone_shown_to {};
};
/// For the interviewer it is handed to: followup.no_interview for everybody else.
[[nodiscard]] Result<Interview> own_interview(db::ReadTx&, Actor const&, InterviewId);
[[nodiscard]] std::string href_of(InterviewId);
/// What a drawn business is called that was merged away since.
[[nodiscard]] std::string business_title(std::int64_t number);
/// Everybody drawn, by number.
[[nodiscard]] Result<std::vector<Interview>> interviews_of(db::ReadTx&, CityId, RoundId);
/// What the same business answered in an earlier round.
[[nodiscard]] Result<std::optional<Answer>> last_answer(db::ReadTx&, CityId, Interview const&);

/// Offices that see courses or visits know who was trained: whoever holds one asks nobody in a survey.
[[nodiscard]] bool knows_treated(std::vector<Grant> const&);

/// Who may be handed interviews: the interviewers of the city who hold no office that knows who was trained.
struct Interviewer {
    PersonId person;
    std::string name;
    bool knows_treated {false};
};
[[nodiscard]] Result<std::vector<Interviewer>> interviewers(db::ReadTx&, CityId, Date today);

/// Codes from and behind of a place and what lies below; "" is the city.
struct Stretch {
    std::string from, behind;
};
[[nodiscard]] Stretch stretch_of(std::string_view place);

} // namespace rtkeren::followup
