#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of the ladder's pages.
namespace rtkeren::ladder {

struct Fact {
    std::string label, text, href;
};

/// What blocks most.
struct BoardPage {
    html::Frame frame;
    html::FormState form;
    std::vector<html::Option> kelurahan, kinds, desks;
    std::string as_of, lead;
    std::vector<Fact> stats, after;
    html::Safe chart, ages, steps, desk_table, places, kind_table;
    std::string list_href, clinic_href, after_note;
    bool has_waits {false};
};
void render(html::Out&, BoardPage const&);

struct ListPage {
    html::Frame frame;
    std::string title, lead;
    html::Safe table;
};
void render(html::Out&, ListPage const&);

/// Which clinic unblocks most for the money.
struct SumLine {
    std::string title, arithmetic, cost, success, cost_href {}, next {}, desk {};
};
struct LinkLine {
    std::string step, step_name, topic, topic_name;
};
struct ClinicPage {
    html::Frame frame;
    html::FormState form;
    std::string as_of, lead, money, mixed_sum;
    html::Safe table, alone, mixed;
    std::vector<SumLine> sums;
    std::vector<LinkLine> links;
    std::vector<html::Option> steps, topics, kelurahan;
    std::vector<std::string> caveats;
    bool may_link {false}, asked {false};
};
void render(html::Out&, ClinicPage const&);

/// A desk says what it has in hand, or that nothing came of it.
struct ProcessPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href, end_href, title, lead, state, button;
    std::vector<Fact> words;
    std::vector<html::Option> results;
    bool ends {false}, is_open {false};
};
void render(html::Out&, ProcessPage const&);

/// One step of one dimension on the page of a business.
struct StepLine {
    std::string state {}, tone {}, icon {}, ladder {}, name {}, day {}, who {}, note {}, file_href {}, proof_href {}, check_href {}, lose_href {}, drop_href {}, desk_href {};
};
struct ProductCard {
    std::string name, href, waits, tone;
    std::vector<StepLine> steps {};
    std::vector<Fact> facts {};
};
struct DimensionCard {
    std::string id, title, lead {};
    std::vector<StepLine> steps {};
};
struct VectorPage {
    html::Frame frame;
    std::string name, href, place, record_href, class_words, turnover_href;
    std::vector<ProductCard> products;
    std::vector<DimensionCard> dimensions;
    std::vector<std::string> back; // what went backwards, newest first
    bool shows_turnover {false}, may_write {false};
    std::string turnover_title, turnover_text;
    std::vector<Fact> turnover;
};
void render(html::Out&, VectorPage const&);

/// The same on the page of the registry, in one look.
struct VectorPanel {
    std::string href;
    std::vector<Fact> lines {};
    std::string back {};
};
void render(html::Out&, VectorPanel const&);

struct StepFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, button, day_name, day_label;
    std::vector<html::Option> steps, results;
    bool asks_step {false}, asks_note {false}, asks_where {false}, asks_reason {false}, asks_file {false};
};
void render(html::Out&, StepFormPage const&);

/// How many took each step within a year.
struct TakenPage {
    html::Frame frame;
    html::FormState form;
    std::vector<html::Option> kelurahan, topics;
    std::string lead;
    html::Safe chart, table;
    std::vector<std::string> notes;
};
void render(html::Out&, TakenPage const&);

} // namespace rtkeren::ladder
