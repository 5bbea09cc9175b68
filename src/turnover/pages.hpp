#pragma once

#include "enterprise/pages.hpp"
#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of this room's pages.
namespace rtkeren::turnover {

using enterprise::Fact;
using enterprise::FindingLine;

struct Choice {
    std::string href, label;
    bool current {false};
};
struct EntryLine {
    std::string id, what, note, amount, time;
    bool is_cost {false}, voided {false};
};
struct BookMonthLine {
    std::string month, sales, costs, left, days;
};
struct QuickAmount {
    std::string value, label;
};
/// A day of the owner's cash book: on a phone, in the evening.
struct BookPage {
    html::Frame frame;
    html::FormState form;
    std::string business, business_id, name, day, day_words, earlier_href, later_href, today_href; // later: "" on today
    std::string sales, costs, left, closed_words, cost_href, book_href, figures_href, consent_href;
    bool closed {false}, has_sales {false}, loss {false};
    std::vector<Choice> businesses, open_days;
    std::vector<html::Option> channels;
    std::vector<QuickAmount> quick;
    std::vector<EntryLine> entries;
    std::vector<BookMonthLine> months;
};
void render(html::Out&, BookPage const&);

struct CostPage {
    html::Frame frame;
    html::FormState form;
    std::string business_id, name, action, back_href, day_words;
    std::vector<html::Option> costs;
};
void render(html::Out&, CostPage const&);

/// On the page of a business: what of its turnover is open to whom looks.
struct BusinessPanel {
    std::vector<Choice> links;
    std::string note;
};
void render(html::Out&, BusinessPanel const&);

/// A list with its heading and what one may do from it.
struct ListPage {
    html::Frame frame;
    std::string title, lead;
    std::vector<Choice> actions;
    html::Safe table;
};
void render(html::Out&, ListPage const&);

struct RecordFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, file_href;
    bool corrects {false};
    std::vector<html::Option> channels, methods;
};
void render(html::Out&, RecordFormPage const&);

struct RecordPage {
    html::Frame frame;
    std::string title, amount, period, standing, standing_tone, file_href, before_href, after_href, figures_href, correct_href, withdraw_href, business;
    std::vector<Fact> facts;
    std::vector<FindingLine> flags;
};
void render(html::Out&, RecordPage const&);

struct ReasonPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, button;
};
void render(html::Out&, ReasonPage const&);

/// What a business sold by month: its owner's page, and an officer's with consent.
struct FiguresPage {
    html::Frame frame;
    std::string name, line, seen_note;
    std::vector<Fact> facts;
    std::vector<Choice> actions;
    html::Safe chart, table;
};
void render(html::Out&, FiguresPage const&);

struct ConsentLine {
    std::string id, name, office, state, tone, given;
    bool holds {false};
};
struct ReadingLine {
    std::string machine_time, time, who, page;
};
struct ConsentPage {
    html::Frame frame;
    html::FormState form;
    std::string name, action, back_href;
    std::vector<html::Option> officers;
    std::vector<ConsentLine> consents;
    std::vector<ReadingLine> readings;
};
void render(html::Out&, ConsentPage const&);

/// Groups of businesses in a month.
struct GroupsPage {
    html::Frame frame;
    std::string month_words;
    std::vector<html::Option> months;
    std::string breakdown;
    html::FormState form;
    std::vector<Choice> breakdowns;
    std::vector<Fact> whole;
    std::string whole_href;
    html::Safe table;
};
void render(html::Out&, GroupsPage const&);

struct GroupPage {
    html::Frame frame;
    std::string title, lead;
    html::Safe chart, table;
};
void render(html::Out&, GroupPage const&);

} // namespace rtkeren::turnover
