#include "language/language.hpp"
#include "planning/judge.hpp"
#include "planning/pages.hpp"
#include "planning/parts.hpp"
#include "planning/present.hpp"
#include "planning/sql.hpp"
#include "planning/steps.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>

namespace rtkeren::planning {
namespace {

/// Everything that the page of one plan shows.
struct ReadPlan {
    StoredPlan plan;
    std::vector<PlanPurse> purses;
    std::shared_ptr<rules::Pack const> pack;
    std::vector<Verdict> verdicts; // as they are now while it is written, else as they were when it was decided
    std::string verdict_note;
    std::vector<workflow::HistoryRow> history;
    std::vector<workflow::PossibleEvent> events;
    std::vector<Revision> revisions;
};

Result<void> read_verdicts(db::ReadTx& tx, Services& services, ReadPlan& read)
{
    if (read.plan.is_editable()) {
        read.verdicts = TRY(judge_stored(tx, services.city, read.plan, services.today()));
        return Done {};
    }
    auto const rows = TRY(tx.run(sql::verdicts, services.city, read.plan.id));
    if (rows.empty() || rows.front().integer(0) != read.plan.revision)
        return Done {};
    auto const stored = boost::json::parse(rows.front().text(3));
    for (auto const& each : stored.as_array())
        read.verdicts.push_back(operations::verdict_of(each.as_object()));
    for (auto& verdict : read.verdicts)
        verdict.fix.reset();
    read.verdict_note = tr("Diperiksa menurut aturan versi {version} pada {on:date}.",
        {{"version", std::to_string(rows.front().integer(2))}, {"on", rows.front().instant(4).date_in(services.zone).iso()}});
    return Done {};
}

Result<ReadPlan> read_plan(db::ReadTx& tx, Services& services, Actor const& actor, std::string_view id)
{
    ReadPlan read;
    read.plan = TRY(readable_plan(tx, services.city, actor, id));
    read.plan.lines = TRY(lines_of(tx, services.city, read.plan.id, read.plan.revision));
    read.purses = TRY(purses_of(tx, services.city, read.plan.year, read.plan.unit));
    read.pack = TRY(rules::released(tx, services.city, read.plan.year));
    TRY(read_verdicts(tx, services, read));
    read.revisions = TRY(revisions_of(tx, services.city, read.plan.id));
    for (auto const& revision : read.revisions) {
        auto rows = TRY(workflow::history(tx, services.city, rab_machine().name, revision.id.ulid()));
        read.history.insert(read.history.end(), rows.begin(), rows.end());
    }
    std::stable_sort(read.history.begin(), read.history.end(), [](auto const& a, auto const& b) { return a.at < b.at; });
    read.events = TRY(workflow::possible_events(tx, actor, rab_machine(), read.plan.revision_id.ulid()));
    return read;
}

struct Look {
    std::string_view event, path, icon_name, kind, confirm;
};
constexpr Look looks[] {
    {"submit", "kirim", "send", "", ""},
    {"verify", "verifikasi", "check", "", TR_NOOP("Verifikasi RAB ini? Berikutnya lurah yang memutuskan.")},
    {"approve", "setujui", "rubber-stamp", "", TR_NOOP("Setujui RAB ini? Uangnya masuk ke rencana dan barisnya terkunci.")},
    {"return", "kembalikan", "arrow-back-up", "second", ""},
    {"take_back", "ambil", "arrow-back-up", "second", ""},
    {"withdraw", "tarik", "trash", "danger", TR_NOOP("Tarik RAB ini?")},
    {"expire", "lewat-waktu", "x", "danger", TR_NOOP("Nyatakan RAB ini lewat waktu?")},
};

std::string translated(std::string_view text)
{
    return text.empty() ? std::string {} : tr(text);
}

ActionForm action_of(Services& services, StoredPlan const& plan, Actor const& actor, workflow::PossibleEvent const& event)
{
    auto const look = std::find_if(std::begin(looks), std::end(looks), [&](Look const& each) { return each.event == event.row->event; });
    CHECK(look != std::end(looks));
    ActionForm action { href_of(plan.id) + "/" + std::string(look->path), tr(event.row->label), std::string(look->icon_name), std::string(look->kind),
        translated(look->confirm), services.env.ulid().str() };
    action.reason = event.row->reason_required;
    auto const decides = event.row->event == "verify" || event.row->event == "approve";
    if (!event.same_as.empty())
        action.blocked = tr("langkah sebelumnya sudah oleh {name}, jadi orang lain yang harus melakukannya", {{"name", event.same_as}});
    else if (decides && is_editor(plan, actor))
        action.blocked = tr("Anda ikut mengisi RAB ini, jadi orang lain yang harus memeriksanya");
    return action;
}

/// What the machine does not know: after approval a plan changes by addendum, or is taken back.
void add_later_actions(Services& services, StoredPlan const& plan, Actor const& actor, std::vector<ActionForm>& actions)
{
    if (plan.state != "approved")
        return;
    auto const href = href_of(plan.id);
    if (may(actor, "planning.write", plan.unit_code, plan.pokmas)) {
        ActionForm action {href + "/addendum", tr("Mulai addendum"), "edit", "second", {}, services.env.ulid().str()};
        action.reason = true;
        action.evidence_required = true;
        actions.push_back(std::move(action));
    }
    if (may(actor, "planning.approve", plan.unit_code, plan.pokmas)) {
        ActionForm action { href + "/tarik", tr("Cabut persetujuan"), "trash", "danger",
            tr("Cabut seluruh RAB ini? Uang yang belum dikontrak kembali ke pagu."), services.env.ulid().str() };
        action.reason = true;
        actions.push_back(std::move(action));
    }
}

std::vector<html::VerdictCard> cards_of(Services& services, std::vector<Verdict> const& verdicts, bool may_fix)
{
    std::vector<html::VerdictCard> cards;
    for (auto verdict : verdicts) {
        if (!may_fix)
            verdict.fix.reset();
        cards.push_back(html::card_of(verdict));
        cards.back().fix_id = services.env.ulid().str();
    }
    return cards;
}

std::string standing_of(StoredPlan const& plan)
{
    if (plan.is_addendum())
        return tr("Addendum sedang disusun. RAB yang disetujui tetap berlaku sampai addendum disetujui.");
    if (plan.state == "approved" && plan.amount.is_zero())
        return tr("Semua baris sudah dicabut. Mulai addendum untuk merencanakan lagi.");
    return {};
}

void add_drop_forms(Services& services, PlanPage& page, StoredPlan const& plan, std::string_view sent_to)
{
    for (auto& purse : page.purses) {
        for (auto& line : purse.lines) {
            if (!line.dropped.empty())
                continue;
            line.drop_action = href_of(plan.id) + "/baris/" + line.id + "/cabut";
            line.drop_id = services.env.ulid().str();
            line.drop_refused = line.drop_action == sent_to;
        }
    }
}

PlanPage page_of(Services& services, http::Exchange const& exchange, ReadPlan const& read, html::FormState const& form)
{
    auto const& plan = read.plan;
    auto const& actor = exchange.actor();
    auto const may_write = may(actor, "planning.write", plan.unit_code, plan.pokmas);
    auto const sent_to = form.has_errors() ? std::string_view(exchange.request.path) : std::string_view {};
    PlanPage page;
    page.frame = screens::frame(services, exchange, plan.title(), {{"/rab?tahun=" + std::to_string(plan.year), "RAB"}, {"", plan.unit_name}});
    page.frame.help = tr("Baris dikelompokkan menurut kantong. Tombol di samping adalah langkah yang boleh Anda ambil sekarang.");
    page.form = form;
    page.title = plan.title();
    page.state = state_label(plan.state);
    page.tone = state_tone(plan.state);
    page.total = format_rupiah(plan.amount);
    page.version = std::to_string(plan.version);
    page.standing = standing_of(plan);
    page.late = plan.due && *plan.due < services.today();
    if (plan.due)
        page.due = page.late ? tr("Terlambat sejak {due:date}", {{"due", plan.due->iso()}}) : tr("Ditunggu sampai {due:date}", {{"due", plan.due->iso()}});
    page.place_href = territory::href_of(plan.unit_code);
    if (may_write && plan.is_editable())
        page.edit_href = href_of(plan.id) + "/ubah";
    if (read.revisions.size() > 1)
        page.compare_href = href_of(plan.id) + "/bandingkan";
    page.verdicts = cards_of(services, read.verdicts, may_write && plan.is_editable());
    page.verdict_note = read.verdict_note;
    page.purses = blocks_of(plan.lines, read.purses, *read.pack);
    if (plan.state == "approved" && may(actor, "planning.approve", plan.unit_code, plan.pokmas))
        add_drop_forms(services, page, plan, sent_to);
    for (auto const& event : read.events)
        page.actions.push_back(action_of(services, plan, actor, event));
    add_later_actions(services, plan, actor, page.actions);
    for (auto& action : page.actions)
        action.refused = action.action == sent_to;
    page.history = history_of(read.history, services.zone);
    return page;
}

/// A button's way: the operation named, back to the plan's page when it is refused.
http::Handler button(Services& services, std::string operation)
{
    return screens::page(services, [operation](Services& s, http::Exchange& exchange) -> Result<http::Response> {
        boost::json::object extra {{"plan", exchange.parameter("id")}};
        if (operation == "planning.drop_line")
            extra["line"] = exchange.parameter("line");
        return screens::submit(s, exchange, operation, extra, [&](html::FormState const& form, Error const&) { return show_plan(s, exchange, form); });
    });
}

Result<http::Response> get_plan(Services& services, http::Exchange& exchange)
{
    return show_plan(services, exchange, {});
}

Revision const* revision_named(std::vector<Revision> const& revisions, std::string const& asked, int otherwise)
{
    auto const number = parse_integer(asked).value_or(otherwise);
    auto const found = std::find_if(revisions.begin(), revisions.end(), [&](Revision const& each) { return each.number == number; });
    return found != revisions.end() ? &*found : nullptr;
}

Result<http::Response> compare_page(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<ComparePage> {
        auto const plan = TRY(readable_plan(tx, services.city, exchange.actor(), exchange.parameter("id")));
        auto const revisions = TRY(revisions_of(tx, services.city, plan.id));
        auto const* after = revision_named(revisions, exchange.request.query_value("ke"), revisions.back().number);
        if (after == nullptr)
            return Error::not_found("page.not_found");
        auto const* before = revision_named(revisions, exchange.request.query_value("dari"), after->based_on.value_or(std::max(1, after->number - 1)));
        if (before == nullptr)
            return Error::not_found("page.not_found");
        auto const before_lines = TRY(lines_of(tx, services.city, plan.id, before->number));
        auto const after_lines = TRY(lines_of(tx, services.city, plan.id, after->number));
        auto comparison = compared(before_lines, after_lines);
        ComparePage page;
        page.frame = screens::frame(services, exchange, plan.title(), {{"/rab", "RAB"}, {href_of(plan.id), plan.unit_name}, {"", tr("Perubahan")}});
        page.title = plan.title();
        page.heading = tr(
            "Revisi {before} dibandingkan dengan revisi {after}", {{"before", std::to_string(before->number)}, {"after", std::to_string(after->number) }});
        page.reason = after->reason + (after->evidence.empty() ? "" : " · " + after->evidence);
        page.href = href_of(plan.id);
        page.before = format_rupiah(comparison.before);
        page.after = format_rupiah(comparison.after);
        page.change = change_text(comparison.after - comparison.before);
        page.lines = std::move(comparison.lines);
        return page;
    };
    auto const page = TRY(db::read(services.db, read));
    return screens::show(page);
}

} // namespace

Result<http::Response> show_plan(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    auto const read = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_plan(tx, services, exchange.actor(), exchange.parameter("id")); }));
    auto const decides = read.plan.state == "verified" && may(exchange.actor(), "planning.approve", read.plan.unit_code, read.plan.pokmas);
    if (decides)
        TRY(mark_opened(services, exchange.actor(), read.plan.id, read.plan.version));
    return screens::show(page_of(services, exchange, read, form));
}

std::vector<http::Route> plan_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/rab/{id}", "signed_in", screens::page(services, get_plan), "A plan with its lines, checks, history and next steps"},
        {Get, "/rab/{id}/bandingkan", "signed_in", screens::page(services, compare_page), "What a revision changes"},
        {Post, "/rab/{id}/kirim", "planning.write", button(services, "planning.submit"), "Submit a plan"},
        {Post, "/rab/{id}/ambil", "planning.write", button(services, "planning.take_back"), "Take a submitted plan back"},
        {Post, "/rab/{id}/verifikasi", "planning.verify", button(services, "planning.verify"), "Verify a plan"},
        {Post, "/rab/{id}/setujui", "planning.approve", button(services, "planning.approve"), "Approve a plan"},
        {Post, "/rab/{id}/kembalikan", "signed_in", button(services, "planning.return"), "Return a plan with the reason"},
        {Post, "/rab/{id}/tarik", "signed_in", button(services, "planning.withdraw"), "Withdraw a plan"},
        {Post, "/rab/{id}/lewat-waktu", "planning.verify", button(services, "planning.expire"), "Declare a plan expired"},
        {Post, "/rab/{id}/addendum", "planning.write", button(services, "planning.start_addendum"), "Start an addendum"},
        {Post, "/rab/{id}/baris/{line}/cabut", "planning.approve", button(services, "planning.drop_line"), "Drop an approved line"},
    };
}

} // namespace rtkeren::planning
