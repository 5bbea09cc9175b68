#pragma once

#include "html/html.hpp"

#include <string>
#include <utility>
#include <vector>

/// View models of this room's pages.
namespace rtkeren::screens {

struct ImportExtra {
    std::string name, label, type;
};
struct ImportLine {
    std::string number, fate, tone;
    std::vector<std::pair<std::string, std::string>> cells; // heading, text
};
/// A spreadsheet that is tried, then saved whole.
struct ImportPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, lead {}, action {}, columns {}, example_href {}, summary {};
    std::vector<std::string> headings {}, notes {};
    std::vector<ImportExtra> extras {};
    std::vector<ImportLine> lines {};
    bool ready {false};
    bool rejected {false};
};
void render(html::Out&, ImportPage const&);

} // namespace rtkeren::screens
