#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of this room's pages.
namespace rtkeren::app {

/// One step of a new city: done or not, counted from the data.
struct StartStep {
    std::string title, text, state, tone; // state: "18 dari 21", "belum", "selesai"
    std::string href, action; // where it is done
    std::string template_href {}; // "" where nothing is imported
    std::string who {}; // whose step it is
};
struct StartPage {
    html::Frame frame;
    std::string done {}; // "3 dari 9 langkah selesai"
    std::vector<StartStep> steps {};
    bool example {false};
};
void render(html::Out&, StartPage const&);

struct LetterheadPage {
    html::Frame frame;
    html::FormState form {};
};
void render(html::Out&, LetterheadPage const&);

/// The register of kelurahan, RW and RT.
struct RegisterPage {
    html::Frame frame;
    html::Safe table {};
    bool may_import {false};
};
void render(html::Out&, RegisterPage const&);

/// What one's phone sent and was refused.
struct DraftsPage {
    html::Frame frame;
    html::Safe table {};
};
void render(html::Out&, DraftsPage const&);

struct DraftField {
    std::string name, label, hint;
    bool required {false};
    std::string kind {}; // text, long, choice, flag, date, money
    std::vector<html::Option> options {};
};
struct DraftPage {
    html::Frame frame;
    html::FormState form {};
    std::string title {}, action {}, draft_id {}, drop_id {};
    bool conflict {false};
    std::vector<std::pair<std::string, std::string>> facts {};
    std::vector<DraftField> fields {};
};
void render(html::Out&, DraftPage const&);

} // namespace rtkeren::app
