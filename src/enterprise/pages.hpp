#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

/// View models of the registry's pages.
namespace rtkeren::enterprise {

struct ListPage {
    html::Frame frame;
    html::Safe table;
    bool may_write {false}, may_import {false}, may_merge {false}, may_confirm {false};
};
void render(html::Out&, ListPage const&);

/// The form of an owner with a business, of another business, or of a change.
struct BusinessFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href, owner_name;
    bool has_owner {false}, has_business {false}, nik_known {false}, phone_known {false};
    bool capital_kept {false}, sales_kept {false}; // recorded, and not this person's to read
    std::vector<html::Option> places, no_nik, sexes, kblis, place_kinds, legal_forms, methods, channels, books, credits;
};
void render(html::Out&, BusinessFormPage const&);

struct Fact {
    std::string label, text;
};
struct FindingLine {
    std::string tone, text;
};
struct LicenceCard {
    std::string id, kind, number, tone, state, file_href, proof_href, checked, reason, day;
    std::vector<Fact> parts;
    std::vector<FindingLine> findings;
    bool may_check {false}, may_retire {false}, retired {false}, may_cover {false};
};
struct HistoryLine {
    std::string machine_time, time, what, who, reason;
};
struct LikeLine {
    std::string href, name, place, score, reasons;
};
struct MergedLine {
    std::string href, name, text, undo_href;
};
struct OwnBusinessLine {
    std::string href, name, activity, place;
    bool current {false};
};
struct ProductLine {
    std::string href, name, text, waits, tone;
};
struct BusinessPage {
    html::Frame frame;
    html::FormState form;
    std::string base, name, brand, activity, place, state, tone, standing, standing_tone, survivor_href, owner_href, number_href, proof_note;
    std::vector<Fact> owner, facts;
    std::vector<LicenceCard> licences;
    std::vector<ProductLine> products;
    std::vector<LikeLine> likes;
    std::vector<MergedLine> merged;
    std::vector<OwnBusinessLine> siblings;
    std::vector<HistoryLine> history;
    std::vector<html::Safe> panels; // of rooms above
    bool may_change {false}, may_confirm {false}, may_open_account {false}, closed {false};
};
void render(html::Out&, BusinessPage const&);

/// One question about one business: closing, reopening, confirming.
struct StepPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, button, day_label, tick_label;
    bool asks_reason {false};
};
void render(html::Out&, StepPage const&);

struct LicenceFormPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href, business;
    std::vector<html::Option> kinds, products;
    std::string seen_value, seen_tone;
    std::vector<Fact> parts;
    std::vector<FindingLine> findings;
};
void render(html::Out&, LicenceFormPage const&);

struct LicenceCheckPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href, business, kind, number, note;
    std::vector<html::Option> results;
    std::vector<Fact> parts;
    std::vector<FindingLine> findings;
    bool retires {false};
};
void render(html::Out&, LicenceCheckPage const&);

struct PairsPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, PairsPage const&);

struct PairSide {
    std::string href, name, action_business, action_into; // what is taken up when this side stays
    std::vector<Fact> facts;
};
struct PairRow {
    std::string label, a, b;
    bool differs {false};
};
/// Two businesses side by side.
struct PairPage {
    html::Frame frame;
    html::FormState form;
    std::string base, reasons, state, decided;
    bool open {false};
    std::vector<PairSide> sides;
    std::vector<PairRow> rows;
};
void render(html::Out&, PairPage const&);

} // namespace rtkeren::enterprise

#include "enterprise/product_models.hpp"
