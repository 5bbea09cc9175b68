#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "spending/cash.hpp"
#include "spending/expense_parts.hpp"
#include "spending/expense_steps.hpp"
#include "spending/sql.hpp"

namespace rtkeren::spending {
namespace {

std::string purse_href(PurseId purse)
{
    return "/kantong/" + purse.str();
}

Result<void> add_pictures(db::ReadTx& tx, Services& services, StoredExpense const& expense, rules::Pack const& pack, ExpenseSheet& sheet)
{
    auto const links = TRY(evidence::links(tx, services.city, "expense", expense.id.str()));
    for (auto const& link : links)
        sheet.pictures.push_back({evidence::href(link.sha256), paper_label(pack, link.paper), link.content_type.starts_with("image/")});
    auto const* kind = pack.spend_kind(expense.spend_kind);
    if (kind == nullptr || expense.papers_missing.empty())
        return Done {};
    std::vector<std::string> attached;
    for (auto const& link : links)
        attached.push_back(link.paper);
    for (auto const& paper : rules::missing_papers(*kind, expense.gross, attached))
        sheet.papers_missing.push_back({"_paper_" + paper.kind, paper.label, "miss", {}});
    return Done {};
}

/// From the bill to what left the purse and where it was paid from.
Result<void> add_figures(db::ReadTx& tx, Services& services, StoredExpense const& expense, ExpenseSheet& sheet)
{
    sheet.figures.push_back({tr("Jumlah di nota"), format_rupiah(expense.gross), {}});
    if (expense.residents_share.is_positive())
        sheet.figures.push_back({tr("Ditanggung swadaya"), format_rupiah(-expense.residents_share), {}});
    auto const taxes = TRY(taxes_of(tx, services.city, expense.id));
    for (auto const& tax : taxes) {
        auto const who = tax.bearer == Bearer::Withheld ? tr("dipotong") : tax.bearer == Bearer::Purse ? tr("ditanggung kantong") : tr("belum dipotong, ditagih kepada pencatat");
        auto const due = tax.owed().is_positive() ? tr("belum disetor, paling lambat {due:date}", {{"due", tax.due.iso()}}) : tr("sudah disetor");
        sheet.figures.push_back({tax.label + ": " + who + ", " + due, format_rupiah(tax.bearer == Bearer::Withheld ? -tax.amount : tax.amount), tax.owed().is_positive() ? "warn" : ""});
    }
    sheet.figures.push_back({tr("Dibayarkan"), format_rupiah(expense.paid), {}, true});
    auto const entry = TRY(ledger::entry(tx, services.city, expense.entry));
    for (auto const& leg : entry.cash_legs) {
        auto const from_hand = leg.kind == ledger::CashKind::Bank || leg.kind == ledger::CashKind::Kas || leg.kind == ledger::CashKind::Panjar;
        if (!from_hand || !leg.amount.is_negative())
            continue;
        auto const who = TRY(party_name(tx, services.city, expense.pokmas, leg.party));
        auto const from = leg.kind == ledger::CashKind::Bank ? tr("dari bank") : leg.kind == ledger::CashKind::Kas ? tr("dari kas") : tr("dari panjar {who}", {{"who", who}});
        sheet.figures.push_back({from, format_rupiah(-leg.amount), {}});
    }
    sheet.figures.push_back({tr("Dibebankan ke kantong"), format_rupiah(expense.charged), {}, true});
    if (expense.undone.is_positive())
        sheet.figures.push_back({tr("Tidak jadi dibebankan"), format_rupiah(-expense.undone), "warn"});
    return Done {};
}

Result<void> add_shares(db::ReadTx& tx, Services& services, StoredExpense const& expense, ExpenseSheet& sheet)
{
    auto const rows = TRY(tx.run(sql::share_names, services.city, expense.id));
    for (auto const& row : rows) {
        auto const item = row.text_or(7, row.text(2));
        sheet.shares.push_back({row.text(8), item, purse_href(row.id<PurseId>(1)), format_rupiah(row.rupiah(3)), format_rupiah(row.rupiah(4)), format_rupiah(row.rupiah(5))});
    }
    return Done {};
}

struct Look {
    std::string_view event, path, icon_name, kind, confirm;
};
constexpr Look looks[] {
    {"submit", "ajukan", "send", "", ""},
    {"submit_to_check", "ajukan", "send", "", ""},
    {"goods", "barang", "circle-check", "", ""},
    {"check", "periksa", "check", "", ""},
    {"accept", "sahkan", "rubber-stamp", "", TR_NOOP("Sahkan belanja ini? Uangnya pindah ke sah.")},
    {"ask", "tanya", "message", "second", ""},
    {"answer", "jawab", "send", "", ""},
    {"answer_to_check", "jawab", "send", "", ""},
    {"reject", "tolak", "ban", "danger", TR_NOOP("Tidak sahkan jumlah ini? Yang berutang harus mengembalikannya.")},
    {"withdraw", "batalkan", "trash", "danger", TR_NOOP("Tarik belanja ini? Uangnya kembali ke kantong.")},
};

Look const* look_of(std::string_view event)
{
    for (auto const& look : looks)
        if (look.event == event)
            return &look;
    return nullptr;
}

ExpenseAction action_of(Services& services, StoredExpense const& expense, Look const& look, std::string_view label)
{
    return {.action = href_of(expense.id) + "/" + std::string(look.path), .label = std::string(label), .icon_name = std::string(look.icon_name), .kind = std::string(look.kind),
        .confirm = look.confirm.empty() ? std::string {} : tr(look.confirm), .id = services.env.ulid().str(), .blocked = {}};
}

/// Only one of the two ways of sending fits: the operation knows which, the page shows one button.
bool shown_already(std::vector<ExpenseAction> const& actions, std::string_view path)
{
    for (auto const& action : actions)
        if (action.action.ends_with(std::string("/") + std::string(path)))
            return true;
    return false;
}

void add_undo_actions(Services& services, Actor const& actor, StoredExpense const& expense, std::vector<ExpenseAction>& actions)
{
    if (!expense.papers_missing.empty() && !expense.waits_for.empty() && may(actor, "spending.record", expense.place, expense.pokmas.str())) {
        auto action = action_of(services, expense, {"", "bukti", "photo", "second", ""}, tr("Tambah bukti"));
        action.papers = true;
        actions.push_back(std::move(action));
    }
    auto const can_undo = expense.live && expense.left().is_positive();
    if (can_undo && expense.state == "accepted" && may(actor, "spending.disallow", expense.place, expense.pokmas.str())) {
        auto action = action_of(services, expense, {"", "anulir", "gavel", "danger", TR_NOOP("Anulir jumlah ini? Yang berutang harus mengembalikannya.")}, tr("Anulir"));
        action.reason = action.amount = action.debtor = true;
        actions.push_back(std::move(action));
    }
    if (can_undo && may(actor, "spending.record", expense.place, expense.pokmas.str())) {
        auto action = action_of(services, expense, {"", "kembali", "arrow-back-up", "second", ""}, tr("Penyedia mengembalikan uang"));
        action.reason = action.amount = action.account = true;
        actions.push_back(std::move(action));
    }
}

Result<void> add_actions(db::ReadTx& tx, Services& services, Actor const& actor, StoredExpense const& expense, ExpenseSheet& sheet)
{
    auto const events = TRY(workflow::possible_events(tx, actor, expense_machine(), expense.id.ulid()));
    for (auto const& event : events) {
        auto const* look = look_of(event.row->event);
        if (look == nullptr || shown_already(sheet.actions, look->path))
            continue;
        if (event.row->event == "withdraw" && !may_take_back(actor, expense))
            continue;
        auto action = action_of(services, expense, *look, tr(event.row->label));
        action.reason = event.row->reason_required || event.row->event.starts_with("answer");
        action.papers = event.row->event.starts_with("answer") || (event.row->event.starts_with("submit") && !expense.papers_missing.empty());
        action.codes = event.row->event == "ask";
        action.amount = action.debtor = event.row->event == "reject";
        if (!event.same_as.empty())
            action.blocked = tr("langkah sebelumnya sudah oleh {name}, jadi orang lain yang harus melakukannya", {{"name", event.same_as}});
        sheet.actions.push_back(std::move(action));
    }
    add_undo_actions(services, actor, expense, sheet.actions);
    return Done {};
}

} // namespace

Result<ExpenseSheet> sheet_of(db::ReadTx& tx, Services& services, Actor const& actor, StoredExpense const& expense)
{
    auto const pack = TRY(rules::released(tx, services.city, expense.year));
    auto const details = TRY(details_of(tx, services.city, expense.id));
    auto const* kind = pack->spend_kind(expense.spend_kind);
    ExpenseSheet sheet {.id = expense.id.str(), .number = expense.number, .version = std::to_string(expense.version), .title = expense.description, .supplier = expense.supplier_name,
        .receipt = expense.receipt, .day = format_date(expense.on, language::current()), .place = expense.place_name, .place_href = territory::href_of(expense.place),
        .purse_label = envelope_label(*pack, expense.envelope), .purse_href = purse_href(expense.purse), .kind = kind == nullptr ? expense.spend_kind : kind->label,
        .state = expense_state_label(expense.state), .tone = std::string(expense_state_tone(expense.state)), .due = {}, .recorded = {}, .entered_for = {}};
    if (expense.due)
        sheet.due = tr("ditunggu sampai {due:date}", {{"due", expense.due->iso()}});
    sheet.late = expense.due && *expense.due < services.today();
    auto const recorded_on = expense.recorded_at.date_in(services.zone);
    if (recorded_on != expense.on)
        sheet.recorded = tr("dicatat {on:date}", {{"on", recorded_on.iso()}});
    if (expense.entered_for)
        sheet.entered_for = TRY(party_name(tx, services.city, expense.pokmas, "person:" + expense.entered_for->str()));
    TRY(add_pictures(tx, services, expense, *pack, sheet));
    TRY(add_figures(tx, services, expense, sheet));
    TRY(add_shares(tx, services, expense, sheet));
    for (auto const& verdict : verdicts_of_json(details.verdicts)) {
        if (verdict.code != "expense.papers_missing")
            sheet.verdicts.push_back(html::card_of(verdict));
    }
    // What was said at later decisions: taxes not paid when it was accepted.
    auto const later = TRY(tx.run(sql::verdicts_of_expense, services.city, expense.id));
    for (auto const& row : later)
        for (auto const& verdict : verdicts_of_json(row.text(3)))
            sheet.verdicts.push_back(html::card_of(verdict));
    TRY(add_actions(tx, services, actor, expense, sheet));
    return sheet;
}

} // namespace rtkeren::spending
