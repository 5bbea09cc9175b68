#pragma once

#include "ladder/growth.hpp"
#include "ladder/store.hpp"

/// Where a business stands in each dimension: several answers, never one number, and no rank among others.
namespace rtkeren::ladder {

/// All that is known of one business.
struct Known {
    enterprise::Business business;
    std::vector<enterprise::Product> products; // stopped ones too
    std::vector<enterprise::ProductStanding> standings; // of those that are made
    std::vector<enterprise::Licence> licences; // retired ones too
    std::vector<Step> steps;
    std::map<std::string, Word> words; // of desks, by application
    std::vector<turnover::MonthRow> months; // as recorded: shown only as far as somebody may see them
    bool sees_turnover {false};
};
/// For who may read it; a business that was merged reads as what stands for it. enterprise.no_business
[[nodiscard]] Result<Known> known_of(db::ReadTx&, Services const&, Actor const&, enterprise::BusinessId);

/// How far a dimension without papers is: the highest step that holds, by what the registry says now and what was recorded with a date.
struct Reached {
    std::string step; // "" is none
    std::optional<Date> on {}; // nothing where only the registry says so
    bool proven {false};
};
[[nodiscard]] Reached reached_in(Dimension const&, Known const&);
/// Whether the registry says that the business stands on a step now.
[[nodiscard]] bool registry_says(enterprise::Business const&, std::string_view step);

/// Something that was there and is no more.
struct Back {
    Date on;
    std::string what; // step, or "product"
    std::string subject; // name of the product, or ""
    std::string kind; // "expired", "retired", "lost", "stopped", "book", "closed"
    std::string reason;
};
/// Newest first.
[[nodiscard]] std::vector<Back> backwards(Known const&, Date today, Zone);

} // namespace rtkeren::ladder
