#pragma once

#include "programme/programme.hpp"
#include "workflow/machine.hpp"

/// Plans (RAB): the lines that say what a unit's purses are for, checked, verified, approved, locked; changed by addendum only.
namespace rtkeren::planning {

using PlanId = Id<struct PlanTag>;
using PlanLineId = Id<struct PlanLineTag>;
using RevisionId = Id<struct PlanRevisionTag>;

struct PlanLine {
    PlanLineId id; // the same in every revision: expenses name it
    PurseId purse;
    std::string envelope, category; // menu code
    std::string activity; // "Saluran tepi gang 3"
    std::string item, specification, unit; // "Batu bata", "m3"
    std::int64_t quantity_thousandths {0}; // 12,5 m3 is 12500
    Rupiah unit_price, amount; // amount = quantity x price, rounded half up to whole rupiah
    std::string spend_kind; // "barang", "honor", ...
    std::optional<Rupiah> reference_price {}; // the city's standard when the line was entered
    std::optional<Date> dropped_on {}; // given up after approval: back in `pagu`, no longer in force
    std::string dropped_reason {};

    bool operator==(PlanLine const&) const = default;
};
struct Plan {
    PlanId id;
    territory::RegionId unit;
    std::string unit_code;
    int year {0};
    std::string state; // of the machine "rab": draft, checked, verified, approved, returned, withdrawn, expired; that of the newest revision
    std::int64_t version {0};
    int pack_version {0};
    std::vector<PlanLine> lines; // of the newest revision
    std::string unit_name {}; // "RT 02 RW 03"
    std::string kelurahan {}, kelurahan_name {};
    int revision {1}; // from 1; an addendum is the next
    std::optional<int> approved_revision {}; // in force; an addendum under way leaves it so
    Rupiah amount {}; // of the newest revision

    [[nodiscard]] std::string title() const; // "RAB RT 02 RW 03 Plosokerep 2023"
    [[nodiscard]] bool is_addendum() const { return approved_revision && *approved_revision != revision; }
    [[nodiscard]] bool is_editable() const { return state == "draft" || state == "returned"; }
};
/// planning.no_plan
[[nodiscard]] Result<Plan> plan_of_unit(db::ReadTx&, CityId, int year, territory::RegionId);
/// By the plan's id or that of one of its revisions. planning.no_plan
[[nodiscard]] Result<Plan> plan(db::ReadTx&, CityId, PlanId);
/// Approved lines of a purse; empty before approval. An addendum counts from its own approval on.
[[nodiscard]] Result<std::vector<PlanLine>> approved_lines(db::ReadTx&, CityId, PurseId);
[[nodiscard]] Result<PlanLine> approved_line(db::ReadTx&, CityId, PlanLineId); // planning.no_line
/// Sums of the approved lines of a purse by category.
[[nodiscard]] Result<std::vector<std::pair<std::string, Rupiah>>> approved_by_category(db::ReadTx&, CityId, PurseId);

/// Quantity times price, half a rupiah up; nothing beyond 10^15.
[[nodiscard]] std::optional<Rupiah> line_amount(std::int64_t quantity_thousandths, Rupiah unit_price);
/// "12,5", "1.250,75", "2".
[[nodiscard]] std::string format_quantity(std::int64_t thousandths);

/// "rab": draft -> checked -> verified -> approved, with ways back and out. Its subject is a revision.
[[nodiscard]] workflow::Machine const& rab_machine();

} // namespace rtkeren::planning
