#pragma once

#include "rules/reader.hpp"

/// The parts of a pack, each reading its tables from the root; findings are noted there.
namespace rtkeren::rules {

void read_money(TableReader& root, Pack&); // envelope, earmark, move, bonus
void read_menu(TableReader& root, Pack&); // menu, cap
void read_tranches(TableReader& root, Pack&);
void read_taxes(TableReader& root, Pack&);
void read_spend_kinds(TableReader& root, Pack&);
void read_deadlines(TableReader& root, Pack&);
void read_words(TableReader& root, Pack&); // number, choice, step
/// What only the whole pack can tell: shares that sum up, thresholds in order, at least one of everything.
void check_whole(TableReader& root, Findings&, Pack const&);

} // namespace rtkeren::rules
