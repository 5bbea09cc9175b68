#pragma once

#include "http/http.hpp"
#include "payout/pages.hpp"
#include "payout/parts.hpp"
#include "payout/room.hpp"

/// What the page files of this room share.
namespace rtkeren::payout {

/// Whether this person's territory or pokmas holds the group: others read 404.
[[nodiscard]] bool may_read(Actor const&, Pokmas const&);
[[nodiscard]] Result<Pokmas> readable_pokmas(db::ReadTx&, CityId, Actor const&, std::string_view id);
struct ReadableTranche {
    Tranche tranche;
    Pokmas pokmas;
};
[[nodiscard]] Result<ReadableTranche> readable_tranche(db::ReadTx&, CityId, Actor const&, std::string_view id);

/// Up to four stretches of codes that this person reads, as from and behind; unused ones hold nothing.
using Reach = std::array<std::pair<std::string, std::string>, 4>;
[[nodiscard]] Reach reach_of(Actor const&);

[[nodiscard]] std::string state_label(workflow::Machine const&, std::string_view state);
[[nodiscard]] std::string tone_of(std::string_view state); // "ok", "warn", "no", "info" or ""
[[nodiscard]] std::vector<HistoryLine> history_lines(workflow::Machine const&, std::vector<workflow::HistoryRow> const&, Zone); // newest first
/// "Ditunggu sampai 5 Juli 2023", "Terlambat sejak …" or "".
[[nodiscard]] std::string due_words(std::optional<Date> due, Date today);

/// Every year of the programme, for the choice above a list.
[[nodiscard]] Result<std::vector<html::Option>> year_options(db::ReadTx&, CityId);

[[nodiscard]] std::vector<html::VerdictCard> cards_of(std::vector<Verdict> const&);

/// One list a file of pages; `routes` joins them.
[[nodiscard]] std::vector<http::Route> list_routes(Services&);
[[nodiscard]] std::vector<http::Route> pokmas_routes(Services&);
[[nodiscard]] std::vector<http::Route> new_pokmas_routes(Services&);
[[nodiscard]] std::vector<http::Route> contract_routes(Services&);
[[nodiscard]] std::vector<http::Route> contract_list_routes(Services&);
[[nodiscard]] std::vector<http::Route> tranche_routes(Services&);
[[nodiscard]] std::vector<http::Route> request_routes(Services&);
[[nodiscard]] std::vector<http::Route> step_routes(Services&);
[[nodiscard]] std::vector<http::Route> opening_routes(Services&);
[[nodiscard]] std::vector<http::Route> import_routes(Services&);

/// The page of a tranche, also when a step was refused.
[[nodiscard]] Result<http::Response> show_tranche(Services&, http::Exchange const&, html::FormState const&);

} // namespace rtkeren::payout
