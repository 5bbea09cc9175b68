#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "payout/gate_lines.hpp"
#include "payout/page_parts.hpp"
#include "payout/sql.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>

namespace rtkeren::payout {

namespace {

/// How each event of the machine looks: sent at once after a question in numbers, or a link to its form.
struct TrancheLook {
    std::string_view event, path, icon_name, kind;
    bool at_once { false };
};
constexpr TrancheLook tranche_looks[] {
    { "verify", "verifikasi", "check", "", true },
    { "approve", "setujui", "rubber-stamp", "", true },
    { "issue_spp", "spp", "file-invoice", "" },
    { "issue_spp_and_spm", "spp", "file-invoice", "" },
    { "sign_spm", "spm", "signature", "", true },
    { "record_sp2d", "sp2d", "building-bank", "" },
    { "confirm", "terima", "cash", "" },
    { "resubmit", "kirim", "send", "", true },
    { "return", "kembalikan", "arrow-back-up", "second" },
    { "withdraw", "tarik", "x", "danger" },
};

struct ReadTranche {
    Tranche tranche;
    Pokmas pokmas;
    Contract contract;
    std::vector<UnitGates> units;
    bool judged_now { false };
    std::vector<ContractLine> lines;
    ledger::Parts parts;
    std::shared_ptr<rules::Pack const> pack;
};

bool is_undecided(Tranche const& tranche) { return tranche.state == "requested" || tranche.state == "verified" || tranche.state == "returned"; }

/// Until the approval the gates are those of this moment, afterwards those of the request.
Result<void> read_gates(db::ReadTx& tx, CityId city, ReadTranche& read)
{
    auto row = TRY(tx.one("payout.no_tranche", sql::gates, city, read.tranche.id));
    read.units = gates_of(boost::json::parse(row.text(0)).as_array());
    if (!is_undecided(read.tranche) || read.contract.ended_on)
        return Done {};
    auto judged = TRY(judge_tranche(tx, city, read.tranche.pokmas, read.tranche.year, read.tranche.number, read.tranche.id));
    auto asked = read.units;
    read.units.clear();
    for (auto& unit : judged.units)
        if (std::ranges::find(asked, unit.unit_code, &UnitGates::unit_code) != asked.end())
            read.units.push_back(std::move(unit));
    read.judged_now = true;
    return Done {};
}

Result<ReadTranche> read_tranche(Services& services, db::ReadTx& tx, Actor const& actor, std::string_view id)
{
    auto readable = TRY(readable_tranche(tx, services.city, actor, id));
    ReadTranche read { std::move(readable.tranche), std::move(readable.pokmas), {}, {}, false, {}, {}, {} };
    read.contract = TRY(contract(tx, services.city, read.tranche.contract));
    read.lines = TRY(lines_of(tx, services.city, read.contract.id));
    read.parts = TRY(tranche_parts(tx, services.city, read.tranche.id));
    read.pack = TRY(rules::version(tx, services.city, read.tranche.year, read.tranche.pack_version));
    TRY(read_gates(tx, services.city, read));
    return read;
}

std::string question_of(std::string_view event, ReadTranche const& read)
{
    Arguments const numbers { { "amount", format_rupiah(read.tranche.amount) }, { "units", std::to_string(read.units.size()) },
        { "pokmas", read.pokmas.name } };
    if (event == "verify")
        return tr("Nyatakan permintaan {amount} untuk {units} RT lengkap? Berikutnya lurah memutuskan.", numbers);
    if (event == "approve")
        return tr("Setujui pencairan {amount} untuk {units} RT, {pokmas}? Berikutnya SPP dari bendahara kelurahan.", numbers);
    if (event == "sign_spm")
        return tr("Tanda tangani SPM {amount} untuk {pokmas}?", numbers);
    return tr("Kirim lagi permintaan untuk {pokmas}? Syaratnya diperiksa ulang.", numbers);
}

std::vector<StepButton> tranche_steps(Services& services, std::vector<workflow::PossibleEvent> const& events, ReadTranche const& read)
{
    std::vector<StepButton> steps;
    auto const base = href_of_tranche(read.tranche.id) + "/";
    for (auto const& look : tranche_looks) {
        auto const event = std::ranges::find_if(events, [&](workflow::PossibleEvent const& each) { return each.row->event == look.event; });
        if (event == events.end())
            continue;
        auto const apart = read.pack->step("spm");
        if ((look.event == "issue_spp" && !apart) || (look.event == "issue_spp_and_spm" && apart))
            continue;
        StepButton step { tr(event->row->label), std::string(look.icon_name), std::string(look.kind), base + std::string(look.path) };
        if (look.at_once) {
            step.action = step.href;
            step.id = services.env.ulid().str();
            step.confirm = question_of(look.event, read);
        }
        if (!event->same_as.empty())
            step.blocked = tr("langkah sebelumnya oleh {name}, jadi orang lain yang harus melakukannya", { { "name", event->same_as } });
        steps.push_back(std::move(step));
    }
    return steps;
}

/// What the bank tells: retur, the wrong account, sent on.
Result<void> add_bank_steps(db::ReadTx& tx, CityId city, Actor const& actor, ReadTranche const& read, std::vector<StepButton>& steps)
{
    if (read.tranche.state != "sp2d")
        return Done {};
    auto const base = href_of_tranche(read.tranche.id) + "/";
    auto const of_bank = may(actor, "payout.sp2d", read.pokmas.place) || may(actor, "payout.account", read.pokmas.place);
    if (read.tranche.elsewhere) {
        auto receiver = TRY(pokmas(tx, city, *read.tranche.elsewhere));
        if (may(actor, "payout.account", receiver.place) || may(actor, "payout.confirm", receiver.place, receiver.id.text()))
            steps.insert(steps.begin(), { tr("Catat uang sudah diteruskan"), "transfer", "", base + "diteruskan" });
    } else if (of_bank) {
        steps.push_back({ tr("Catat retur"), "arrow-back-up", "second", base + "retur" });
        steps.push_back({ tr("Masuk ke pokmas lain"), "arrows-left-right", "second", base + "salah-rekening" });
    }
    return Done {};
}

void add_purses(ReadTranche const& read, TranchePage& page)
{
    for (auto const& part : read.parts) {
        auto const line
            = std::ranges::find_if(read.lines, [&](ContractLine const& each) { return each.purse == part.purse && each.category == part.category; });
        auto const* item = read.pack->menu_item(part.category);
        auto const key = line != read.lines.end() ? line->envelope : std::string {};
        auto const* envelope = read.pack->envelope(key);
        page.purses.push_back({ line != read.lines.end() ? line->unit_name : "–", envelope != nullptr ? envelope->label : key,
            item != nullptr ? item->label : part.category, format_number(part.amount.value()) });
    }
    std::ranges::stable_sort(page.purses, {}, &TranchePage::PurseLine::unit);
}

Result<void> add_orders(db::ReadTx& tx, CityId city, Tranche const& tranche, TranchePage& page)
{
    auto rows = TRY(tx.run(sql::sp2d_of_tranche, city, tranche.id));
    for (auto const& row : rows) {
        auto const outcome = row.text(3);
        auto const words = outcome == "confirmed" ? tr("diterima") : outcome == "bounced" ? tr("retur") : tr("dalam perjalanan");
        page.orders.push_back({ row.text(1), format_date(row.date(2), language::current()), words,
            outcome == "confirmed"     ? "ok"
                : outcome == "bounced" ? "no"
                                       : "info",
            row.text(5) });
    }
    auto links = TRY(evidence::links(tx, city, "tranche", tranche.id.text()));
    for (auto const& link : links)
        page.papers.push_back({ link.paper == "bukti_bank" ? tr("Bukti bank") : link.paper, {}, evidence::href(link.sha256) });
    return Done {};
}

void add_facts(ReadTranche const& read, TranchePage& page)
{
    auto const& tranche = read.tranche;
    auto const shown = [](std::optional<Date> day) { return day ? format_date(*day, language::current()) : std::string("–"); };
    page.facts
        = { { tr("Pokmas"), read.pokmas.name, href_of_pokmas(read.pokmas.id) }, { tr("Kontrak"), read.contract.number, href_of_contract(read.contract.id) },
              { tr("Termin"), std::to_string(tranche.number) + (tranche.supplement > 0 ? " " + tr("(susulan)") : std::string {}) },
              { tr("Diminta"), shown(tranche.requested_on) }, { tr("Rekening"), read.pokmas.bank + " " + read.pokmas.account_masked },
              { tr("Atas nama"), read.pokmas.account_holder } };
    if (!tranche.spp.empty())
        page.facts.push_back({ tr("SPP"), tranche.spp });
    if (!tranche.spm.empty())
        page.facts.push_back({ tr("SPM"), tranche.spm });
    if (tranche.confirmed_on) {
        page.facts.push_back({ tr("Uang masuk"), shown(tranche.confirmed_on) });
        page.facts.push_back({ tr("Diterima"), format_rupiah(tranche.received) });
    }
    if (tranche.withheld.is_positive())
        page.facts.push_back({ tr("Dipotong bendahara kelurahan"), format_rupiah(tranche.withheld) });
    page.facts.push_back({ tr("Aturan versi"), std::to_string(tranche.pack_version) });
}

Result<TranchePage> present_tranche(Services& services, db::ReadTx& tx, http::Exchange const& exchange)
{
    auto const& actor = exchange.actor();
    auto read = TRY(read_tranche(services, tx, actor, exchange.parameter("id")));
    auto const& tranche = read.tranche;
    TranchePage page;
    page.title = title_of(tranche, read.pokmas);
    page.state = state_label(tranche_machine(), tranche.state);
    page.tone = tone_of(tranche.state);
    page.due = due_words(tranche.due, services.today());
    page.late = tranche.due && *tranche.due < services.today();
    page.amount = format_rupiah(tranche.amount);
    page.amount_words = terbilang(tranche.amount.value()) + " rupiah";
    page.version = std::to_string(tranche.version);
    page.gates_note = read.units.empty() ? tr("Dibawa saldo awal: syaratnya diperiksa sebelum kota memakai program ini.")
        : read.judged_now ? tr("Keadaan sekarang")
                                      : tr("Keadaan saat diminta, aturan versi {version}", { { "version", std::to_string(tranche.pack_version) } });
    for (auto& unit : read.units) {
        page.units.push_back(unit_line(unit));
        if (!read.judged_now)
            page.units.back().state.clear();
        if (!may(actor, "insight.read", unit.unit_code, read.pokmas.id.text())) // the head of one RT does not read the neighbours' papers
            for (auto& gate : page.units.back().gates)
                gate.href.clear();
    }
    add_facts(read, page);
    add_purses(read, page);
    TRY(add_orders(tx, services.city, tranche, page));
    auto decisions = TRY(decisions_of(tx, services.city, tranche.id.ulid()));
    if (!decisions.empty() && is_undecided(tranche))
        page.verdicts = cards_of(decisions.back().verdicts);
    auto events = TRY(workflow::possible_events(tx, actor, tranche_machine(), tranche.id.ulid()));
    page.steps = tranche_steps(services, events, read);
    TRY(add_bank_steps(tx, services.city, actor, read, page.steps));
    page.history = history_lines(tranche_machine(), TRY(workflow::history(tx, services.city, tranche_machine().name, tranche.id.ulid())), services.zone);
    return page;
}

Result<http::Response> get_tranche(Services& services, http::Exchange& exchange) { return show_tranche(services, exchange, {}); }

} // namespace

Result<http::Response> show_tranche(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return present_tranche(services, tx, exchange); }));
    page.frame = screens::frame(services, exchange, page.title, { { "/pencairan", tr("Pencairan") }, { "", page.title } });
    page.frame.help = tr("Syarat yang merah menyebut apa yang kurang. Tombol di samping adalah langkah yang boleh Anda ambil sekarang.");
    page.form = form;
    return screens::show(page);
}

std::vector<http::Route> tranche_routes(Services& services)
{
    return { { http::Method::Get, "/pencairan/{id}", "insight.read", screens::page(services, get_tranche),
        "A tranche with its gates per unit, orders, history and next steps" } };
}

} // namespace rtkeren::payout
