#pragma once

#include "html/html.hpp"

#include <string>
#include <vector>

namespace rtkeren::identity {

struct AccountButton {
    std::string login, name, office;
};
struct SignInPage {
    html::Frame frame;
    html::FormState form;
    std::string next; // "/" or where the visitor wanted to go
    std::vector<AccountButton> accounts {}; // of the example city
    std::string example_password {};
};
void render(html::Out&, SignInPage const&);

struct CodePage {
    html::Frame frame;
    html::FormState form;
};
void render(html::Out&, CodePage const&);

struct Typed {
    std::string label, value;
};
/// A form that was not taken: its session ended, or it is one of another session.
struct UnsentPage {
    html::Frame frame;
    std::string next_href;
    bool expired {false}; // of another session: the form is opened again
    std::vector<Typed> typed {};
};
void render(html::Out&, UnsentPage const&);

struct SessionLine {
    std::string key, device, since, last_use;
    bool current {false};
};
struct OfficeLine {
    std::string id, office, decree, from, until, state, tone, note;
    bool can_end {false};
};
struct TokenLine {
    std::string key, label, since;
};
struct TrailLine {
    std::string when, what, who, why;
};
struct AccountPage {
    html::Frame frame;
    html::FormState form;
    std::string login, name;
    bool by_name {false}; // the phone number signs somebody else in
    std::vector<SessionLine> sessions {};
    std::vector<OfficeLine> offices {};
    std::vector<TokenLine> tokens {};
    std::vector<TrailLine> trail {}; // slips and looks at one's numbers
    std::string language;
};
void render(html::Out&, AccountPage const&);

struct UsersPage {
    html::Frame frame;
    html::Safe table;
};
void render(html::Out&, UsersPage const&);

struct UserPage {
    html::Frame frame;
    html::FormState form;
    std::string base; // "/pengguna/01H…"
    std::string number_href; // where the numbers are opened; "" for who may not
    std::string login, name, region, nip, phone, nik, last_use, state, tone, sessions;
    bool by_name {false}; // signs in by name only: the number signs somebody else in
    bool keeps {false}; // may make slips, close the account, end sessions
    bool appoints {false}; // enters some office
    bool disabled {false};
    std::vector<OfficeLine> offices {};
};
void render(html::Out&, UserPage const&);

struct GrantPage {
    html::Frame frame;
    html::FormState form;
    std::string action, name;
    std::vector<html::Option> roles {}, places {};
    std::string end_href {}; // where the term of who holds the office ends; "" where it is free
};
void render(html::Out&, GrantPage const&);

struct EndGrantPage {
    html::Frame frame;
    html::FormState form;
    std::string action, name, office, term;
};
void render(html::Out&, EndGrantPage const&);

struct ClosePage {
    html::Frame frame;
    html::FormState form;
    std::string action, name;
};
void render(html::Out&, ClosePage const&);

struct NewUserPage {
    html::Frame frame;
    html::FormState form;
    std::vector<html::Option> places {};
    bool asks_shared {false}; // the number signs somebody else in
};
void render(html::Out&, NewUserPage const&);

struct CorrectPage {
    html::Frame frame;
    html::FormState form;
    std::string base; // "/pengguna/01H…"
    std::string phone; // masked
    bool asks_shared {false};
};
void render(html::Out&, CorrectPage const&);

struct AwaitingLine {
    std::string id, name, office, decree, term, who, when;
    bool own {false}; // entered by oneself, or oneself: somebody else decides
};
/// What of several was not confirmed.
struct LeftLine {
    std::string name, why; // without a name where it is none of one's own
};
struct AwaitingPage {
    html::Frame frame;
    html::FormState form;
    std::vector<AwaitingLine> lines {};
    std::string all_label {}, all_confirm {}; // where one may decide several at once
    std::string left_title {};
    std::vector<LeftLine> left {};
};
void render(html::Out&, AwaitingPage const&);

struct SlipCard {
    html::Safe qr;
    std::string name, office, login, code, until;
    bool by_name {false};
};
struct SlipsPage {
    html::Frame frame;
    std::string address; // where the code is typed
    std::string back_href;
    std::vector<SlipCard> slips {};
};
void render(html::Out&, SlipsPage const&);

struct NumberPage {
    html::Frame frame;
    html::FormState form;
    std::string name, phone, nik; // masked
    std::string shown_label {}, shown {}; // once, after the reason was written down
};
void render(html::Out&, NumberPage const&);

} // namespace rtkeren::identity
