#pragma once

#include "html/html.hpp"
#include "http/http.hpp"
#include "operations/operations.hpp"
#include "tables/list.hpp"

#include <functional>
#include <string>
#include <string_view>

/// What every page handler needs and none should write again: the frame around a page, a form's way through an operation,
/// a list in all its formats, refusals as pages.
namespace rtkeren::screens {

/// Title, navigation of the actor's roles, crumbs, example strip, CSRF, notice of what was just done.
[[nodiscard]] html::Frame frame(Services&, http::Exchange const&, std::string title, std::vector<html::Crumb> crumbs = {});

/// A handler that may refuse: its error becomes the right page (404, 403, 409 …) or JSON.
template<class Work>
http::Handler page(Services& services, Work work); // Result<http::Response> work(Services&, http::Exchange&)

/// A compiled page as a response.
template<class Page>
http::Response show(Page const& page, int status = 200)
{
    html::Out out;
    render(out, page);
    return http::Response::page(out.take(), status);
}

/// The state of a form that was not sent yet: a fresh request id in "id".
[[nodiscard]] html::FormState fresh_form(Services&);

/// POST of a form: runs the operation with the form's fields (plus `extra`); 303 to the answer's page with its message as notice;
/// refusal: `again` renders the same page with what was typed and the worded errors, status 422 (409, 403 …).
using Again = std::function<Result<http::Response>(html::FormState const&, Error const&)>;
[[nodiscard]] Result<http::Response> submit(Services&, http::Exchange&, std::string_view operation, boost::json::object const& extra, Again const& again);

/// The list as HTML fragment for a page, or the whole response when another format was asked for.
struct ListAnswer {
    std::optional<http::Response> file; // format=xlsx|csv|pdf|json
    html::Safe html;
};
using Fetch = std::function<Result<tables::Table>(tables::ListRequest const&)>;
[[nodiscard]] Result<ListAnswer> list(Services&, http::Exchange const&, tables::TableSpec const&, Fetch const&);

/// The program's operations, handed in once by `app`.
void use_registry(operations::Registry const&);
[[nodiscard]] operations::Registry const& registry();
/// Navigation entries of the rooms, handed in once by `app`: shown to who has the permission ("" everybody, "signed_in"). Who has more than fit finds them
/// by part, in this order; what is one's own stands by itself.
enum class NavPart : std::uint8_t { Own, Money, Market, Training, Office };
struct NavEntry { std::string permission, href, label, icon; int order {0}; NavPart part {NavPart::Own}; };
void use_navigation(std::vector<NavEntry>);
/// Counts beside entries ("Menunggu 4"), by href; handed in by `app`.
void use_counts(std::function<std::string(Services&, Actor const&, std::string_view href)>);

/// Parts that upper rooms add to pages of lower ones, by named slot: "purse", "unit", "pokmas". An empty part is left out; `actor` is null for visitors.
struct Panel {
    std::string slot;
    int order {0};
    std::function<Result<html::Safe>(Services&, db::ReadTx&, Actor const* actor, std::string_view subject)> render;
};
void use_panels(std::vector<Panel>);
[[nodiscard]] Result<std::vector<html::Safe>> panels_of(std::string_view slot, Services&, db::ReadTx&, Actor const* actor, std::string_view subject);

/// The error as page or, where JSON is wanted, as {"error":{…}} with the status of its kind.
[[nodiscard]] http::Response refusal(Services&, http::Exchange const&, Error const&);
/// {"error":{"code","kind","message","request","fields":[…],"verdicts":[…]}}: the same for API, command line and logs.
[[nodiscard]] boost::json::object error_json(Error const&, std::string_view request_id);
/// The 303 after something was done, with its notice for the next page.
[[nodiscard]] http::Response done(operations::Answer const&);

} // namespace rtkeren::screens

#include "screens/page.hpp"
