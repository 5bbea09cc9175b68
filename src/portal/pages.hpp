#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// Pages for everybody: no session, no names, figures with their date and denominator.
namespace rtkeren::portal {

struct Headline {
    std::string label, amount, share;
};
struct PurseBar {
    std::string icon, label, total;
    html::Safe bar, legend;
};
struct HomePage {
    html::Frame frame;
    std::string heading;
    std::string as_of {};
    std::vector<Headline> headlines {};
    std::vector<PurseBar> purses {};
    html::Safe table {};
    std::string year {};
    bool has_money {false};
    bool example {false};
};
void render(html::Out&, HomePage const&);

struct PlaceLink {
    std::string href, label, detail;
};
struct PlacePage {
    html::Frame frame;
    std::string heading;
    std::string as_of {};
    std::vector<PurseBar> purses {};
    std::string below_title {};
    std::vector<PlaceLink> below {};
    bool example {false};
};
void render(html::Out&, PlacePage const&);

struct SearchPage {
    html::Frame frame;
    std::string query;
    std::vector<PlaceLink> found;
    bool asked {false};
};
void render(html::Out&, SearchPage const&);

} // namespace rtkeren::portal
