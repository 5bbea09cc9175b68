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
struct SessionEndedPage {
    html::Frame frame;
    std::string sign_in_href;
    std::vector<Typed> typed {};
};
void render(html::Out&, SessionEndedPage const&);

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
};
void render(html::Out&, NewUserPage const&);

struct CorrectPage {
    html::Frame frame;
    html::FormState form;
    std::string base; // "/pengguna/01H…"
    std::string phone; // masked
};
void render(html::Out&, CorrectPage const&);

struct AwaitingLine {
    std::string id, name, office, decree, term, who, when;
    bool own {false}; // entered by oneself, or oneself: somebody else decides
};
struct AwaitingPage {
    html::Frame frame;
    html::FormState form;
    std::vector<AwaitingLine> lines {};
};
void render(html::Out&, AwaitingPage const&);

struct SlipCard {
    html::Safe qr;
    std::string name, office, login, code, until;
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
