#pragma once

#include "html/html.hpp"

/// Pages that every room may show.
namespace rtkeren::html {

/// A refusal without a form of its own: 403, 404, 409, 500, 503.
struct ErrorPage {
    Frame frame;
    std::string title; // "Halaman ini tidak ada"
    std::string text; // why, in a sentence
    std::string request_id {}; // to tell the administrator; also in the log
    std::vector<VerdictCard> verdicts {};
    std::string action_label {}; // what would work
    std::string action_href {};
};
void render(Out&, ErrorPage const&);

/// A short answer with one way on: "Belanja tersimpan", "Anda sudah keluar".
struct MessagePage {
    Frame frame;
    std::string tone {"ok"}; // "ok", "warn", "no", "info"
    std::string icon_name {"circle-check"};
    std::string title;
    std::string text {};
    std::string action_label {};
    std::string action_href {};
};
void render(Out&, MessagePage const&);

} // namespace rtkeren::html
