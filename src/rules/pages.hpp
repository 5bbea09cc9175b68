#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

namespace rtkeren::rules {

struct VersionLine {
    std::string href, name, state, tone; // "2023, versi 2", "berlaku", "ok"
    std::string loaded, released, note;
};
struct PacksPage {
    html::Frame frame;
    std::vector<VersionLine> versions;
    bool may_load {false};
};
void render(html::Out&, PacksPage const&);

struct ParameterLine {
    std::string path, label, value, citation, certainty, certainty_tone, severity, severity_tone, validity;
};
struct ParameterSection {
    std::string id, title;
    std::vector<ParameterLine> lines;
};
struct PackPage {
    html::Frame frame;
    std::string title, state, tone, facts; // "RT Keren 2023", "berlaku", when and by which letter
    std::vector<ParameterSection> sections;
    std::string release_href {}; // "" unless it waits for this person's release
    std::string text_href {};
};
void render(html::Out&, PackPage const&);

struct ShippedLine {
    std::string href, label;
};
struct LoadPage {
    html::Frame frame;
    html::FormState form;
    std::vector<ShippedLine> shipped;
};
void render(html::Out&, LoadPage const&);

struct DifferenceLine {
    std::string section, label, before, after, basis_before, basis_after;
};
struct ReleasePage {
    html::Frame frame;
    html::FormState form;
    std::string title, loaded, note;
    std::string compared; // "dengan versi 1 yang berlaku", "versi pertama tahun ini"
    bool first {false};
    std::vector<DifferenceLine> differences;
    std::vector<html::Safe> panels; // what upper rooms say it would touch
    std::string pack_href;
};
void render(html::Out&, ReleasePage const&);

} // namespace rtkeren::rules
