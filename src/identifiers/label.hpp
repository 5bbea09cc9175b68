#pragma once

#include "identifiers/inspection.hpp"

#include <optional>

namespace rtkeren::identifiers {

/// What is known of a product beside what its label says.
struct LabelFacts {
    std::optional<std::int64_t> shelf_days {};
    bool needs_permit {true}; // P-IRT or BPOM
    bool needs_halal {false};
    bool whole {false}; // what is missing is an error also where there is but one statement
};

/// The words of a food label, statement by statement (lines, or parted by ";"), against the nine items of BPOM 31/2018 as amended by 20/2021.
/// A line "Masa simpan: 60 hari" is no statement of the label: it tells the shelf life where `facts` do not. A single statement is judged by itself;
/// of two or more, each item that is not there is an error. Parts: those of the items that were found (name, ingredients, net, producer, halal, code, produced,
/// expiry, permit, origin, allergens) as they are written.
/// Errors: label.empty, label.missing_<part>, label.expiry_day (the day is missing where it keeps up to three months), label.halal_number, and what is wrong with a P-IRT, BPOM or halal
/// number. Warn: label.ingredients_heading, label.unit, label.expiry_wording, label.address, label.language, label.allergens, label.origin, label.halal_missing, label.expiry_unread.
[[nodiscard]] Inspection inspect_label(std::string_view typed, Date today, LabelFacts const& facts = {});

} // namespace rtkeren::identifiers
