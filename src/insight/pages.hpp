#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of the inside pages: finished words and numbers.
namespace rtkeren::insight {

/// A choice among links, one of them current.
struct Choice {
    std::string href, label;
    bool current {false};
};

/// A deadline as the corner of a card: tone "no", "warn" or none.
struct Leaf {
    std::string tone, number, unit;
};

// -- /menunggu -----------------------------------------------------------------------------------------------------

struct TaskCard {
    Leaf leaf;
    std::string title, state, place, since;
    std::string href, action; // "Buka RAB"
};
struct TaskGroup {
    std::string id, title;
    bool main {true}; // its buttons are main buttons
    std::vector<TaskCard> tasks;
};
struct FollowedLine {
    std::string href, title, state, when;
    bool late {false};
};
struct WaitingPage {
    html::Frame frame;
    std::string title, today, late, soon; // late and soon are "" when there is nothing
    std::vector<Choice> kinds;
    std::vector<TaskGroup> groups;
    std::vector<FollowedLine> followed;
    std::string more_href, more; // next cards
    std::string place_name, place_href; // own kelurahan, "" for offices of the city
    html::Safe place_money;
};
void render(html::Out&, WaitingPage const&);

} // namespace rtkeren::insight
