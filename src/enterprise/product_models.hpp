#pragma once

#include "enterprise/pages.hpp"

/// View models of products, public pages, an owner's own page and claims. Included by pages.hpp.
namespace rtkeren::enterprise {

struct ProductListPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, ProductListPage const&);

struct PhotoCard {
    std::string href, alt, hash;
    bool first {false};
};
struct StepLine {
    std::string kind, state, tone, icon, ladder, who, note, mismatch, apply_href, number_href, basis;
    bool optional {false};
};
struct ApplicationLine {
    std::string kind, text, end_href;
};
struct ProductPage {
    html::Frame frame;
    html::FormState form;
    std::string base, name, business, business_href, kind, place, state, tone, price, margin, request_id;
    std::vector<PhotoCard> photos;
    std::vector<Fact> facts, money;
    std::vector<StepLine> steps;
    std::string waits, label_state, label_tone;
    std::vector<FindingLine> label;
    std::vector<std::string> ingredients;
    std::vector<ApplicationLine> applications;
    std::vector<HistoryLine> history;
    std::string process, allergens, consent, public_href, paper_href;
    bool may_change {false}, stopped {false}, is_public {false}, has_label {false}, may_add_photo {false};
};
void render(html::Out&, ProductPage const&);

struct ProductFormPage {
    html::Frame frame;
    html::FormState form;
    std::string title, action, back_href, business;
    bool is_new {false};
    std::vector<std::string> kept; // hashes of pictures sent before a refusal
    std::vector<html::Option> kinds, kblis, units, packagings, foods, allergens;
    std::vector<FindingLine> label;
    std::string label_tone;
};
void render(html::Out&, ProductFormPage const&);

/// One question about one product: stopping, going on, asking for a paper, an application that ended, a consent given or taken back.
struct ProductStepPage {
    html::Frame frame;
    html::FormState form;
    std::string title, lead, action, back_href, button, day_name, day_label, paper_label, tick_name, tick_label;
    bool asks_reason {false}, asks_number {false}, asks_contact {false}, asks_result {false};
    std::vector<html::Option> results;
    std::vector<std::string> points;
};
void render(html::Out&, ProductStepPage const&);

struct CoverLine {
    std::string id, name, note;
    bool chosen {false};
};
struct CoverPage {
    html::Frame frame;
    html::FormState form;
    std::string action, back_href, business, kind, number;
    std::vector<CoverLine> products;
};
void render(html::Out&, CoverPage const&);

/// What everybody may see of a product.
struct PublicProductPage {
    html::Frame frame;
    std::string name, brand, kind, net, price, place, contact, allergens, shelf;
    std::vector<PhotoCard> photos;
    std::vector<std::string> ingredients;
    std::vector<Fact> papers;
    bool example {false};
};
void render(html::Out&, PublicProductPage const&);

struct PublicCard {
    std::string href, photo, name;
};
struct PublicListPage {
    html::Frame frame;
    html::Safe table;
    std::vector<PublicCard> cards;
};
void render(html::Out&, PublicListPage const&);

struct OwnProductLine {
    std::string href, photo, name, waits, tone, public_words;
};
struct OwnLicenceLine {
    std::string kind, number, state, tone;
};
struct OwnBusinessCard {
    std::string href, name, activity, place, state, tone, standing, standing_tone;
    bool closed {false};
    std::vector<OwnProductLine> products;
    std::vector<OwnLicenceLine> licences;
};
struct OwnPage {
    html::Frame frame;
    std::string name, data_href, another_href;
    std::vector<Fact> facts;
    std::vector<OwnBusinessCard> businesses;
    std::vector<html::Safe> panels;
};
void render(html::Out&, OwnPage const&);

/// An owner without an account registers.
struct ClaimFormPage {
    html::Frame frame;
    html::FormState form;
    std::vector<html::Option> places, place_kinds;
};
void render(html::Out&, ClaimFormPage const&);

struct ClaimStatusPage {
    html::Frame frame;
    html::FormState form;
    std::string state, tone, what, reason, action;
    bool open {false};
    std::vector<Fact> facts;
};
void render(html::Out&, ClaimStatusPage const&);

struct ClaimListPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, ClaimListPage const&);

struct CandidateCard {
    std::string id, name, owner, phone, activity, place, href, reasons, standing;
};
/// A claim beside the businesses that it may mean.
struct ClaimPage {
    html::Frame frame;
    html::FormState form;
    std::string base, name, state, tone, due, note, decided, business_href;
    std::vector<Fact> facts;
    std::vector<CandidateCard> candidates;
    std::vector<html::Option> no_nik, places;
    std::vector<HistoryLine> history;
    bool open {false}, may_expire {false};
};
void render(html::Out&, ClaimPage const&);

} // namespace rtkeren::enterprise
