#include "evidence/evidence.hpp"
#include "language/language.hpp"
#include "spending/cash.hpp"
#include "spending/expense_inputs.hpp"
#include "spending/expense_parts.hpp"
#include "spending/expense_record.hpp"
#include "spending/sql.hpp"

#include <algorithm>

namespace rtkeren::spending {
namespace {

/// What the form stands on: a purse with its lines, the pack, the pokmas.
struct FormGround {
    programme::Purse purse;
    std::vector<Charge> lines; // of the unit, the purse's own first
    std::shared_ptr<rules::Pack const> pack;
    std::string correcting; // id of the expense that this replaces
    std::string number; // its number
};

Result<FormGround> ground_of_purse(db::ReadTx& tx, Services& services, Actor const& actor, PurseId id)
{
    FormGround ground;
    ground.purse = TRY(programme::purse(tx, services.city, id));
    auto const pokmas = ground.purse.pokmas ? ground.purse.pokmas->str() : std::string {};
    if (!may(actor, "spending.record", ground.purse.unit_code, pokmas))
        return Error::not_found("programme.no_purse");
    ground.pack = TRY(rules::released(tx, services.city, ground.purse.year));
    ground.lines = TRY(charges_of_unit(tx, services.city, ground.purse.unit, ground.purse.year));
    std::ranges::stable_partition(ground.lines, [&](Charge const& line) { return line.purse == id; });
    return ground;
}

/// "?baris=" names a line, "?kantong=" a purse, "?ganti=" an expense to correct; a form that was sent carries its line.
Result<FormGround> ground_of(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const& request = exchange.request;
    auto const typed = request.form_value("line");
    auto const line = typed.empty() ? request.query_value("baris") : typed;
    auto const corrected = request.query_value("ganti");
    if (auto const id = ExpenseId::parse(corrected); id.ok()) {
        auto const expense = TRY(readable_expense(tx, services.city, exchange.actor(), corrected));
        auto ground = TRY(ground_of_purse(tx, services, exchange.actor(), expense.purse));
        ground.correcting = corrected;
        ground.number = expense.number;
        return ground;
    }
    if (auto const purse = PurseId::parse(request.query_value("kantong")); purse.ok())
        return ground_of_purse(tx, services, exchange.actor(), *purse);
    auto const id = planning::PlanLineId::parse(line);
    if (!id.ok())
        return Error::not_found("planning.no_line");
    auto const charge = TRY(charge_of_line(tx, services.city, *id));
    return ground_of_purse(tx, services, exchange.actor(), charge.purse);
}

/// The line that is chosen now: typed, named by the address, or none yet.
Charge const* chosen_line(FormGround const& ground, html::FormState const& form)
{
    auto const found = std::ranges::find(ground.lines, form.value("line"), [](Charge const& line) { return line.line.str(); });
    return found == ground.lines.end() ? nullptr : &*found;
}

void add_lines(ExpenseFormPage& page, FormGround const& ground)
{
    auto const chosen = page.form.value("line");
    for (auto const& line : ground.lines) {
        auto const activity = line.activity.empty() ? std::string {} : line.activity + " · ";
        page.lines.push_back({line.line.str(), line.item, activity + envelope_label(*ground.pack, line.envelope), format_rupiah(line.line_left()),
            envelope_icon(*ground.pack, line.envelope), std::to_string(line.purse_left.value()), line.line.str() == chosen, line.line_left().is_zero()});
    }
}

rules::SpendKind const* kind_of(FormGround const& ground, html::FormState const& form)
{
    auto const typed = form.value("spend_kind");
    auto const* line = chosen_line(ground, form);
    auto const* kind = ground.pack->spend_kind(typed.empty() && line != nullptr ? line->spend_kind : typed);
    return kind != nullptr || ground.pack->spend_kinds.empty() ? kind : &ground.pack->spend_kinds.front();
}

/// The questions whose answers may change the tax of this payment; before an amount is known, of the largest payment the purse can make.
void add_questions(ExpenseFormPage& page, FormGround const& ground, rules::SpendKind const& kind, Date today)
{
    auto const amount = parse_rupiah(page.form.value("gross"));
    auto const gross = amount.ok() && amount->is_positive() ? *amount : ground.pack->ceiling_per_unit();
    auto const typed = Date::parse_typed(page.form.value("on"));
    std::vector<html::Option> const yes_no {{"true", tr("Ya")}, {"false", tr("Tidak")}};
    for (auto const& question : rules::tax_questions(kind.code, gross, typed.ok() ? *typed : today, *ground.pack)) {
        if (question == "supplier_pkp")
            page.questions.push_back({question, tr("Apakah tokonya PKP dan memberi faktur pajak?"), tr("Toko kecil biasanya bukan PKP."), yes_no});
        else if (question == "supplier_npwp")
            page.questions.push_back({"has_npwp", tr("Apakah penyedia menunjukkan NPWP?"), tr("Tanpa NPWP tarif pajaknya lebih tinggi."), yes_no});
        else if (question == "suket_pp55")
            page.questions.push_back({question, tr("Apakah penyedia menunjukkan surat keterangan UMKM (PP 55)?"), tr("Dengan surat itu pajaknya 0,5 %."), yes_no});
        else if (question == "catering")
            page.questions.push_back({question, tr("Apakah ini katering yang diantar?"), tr("Makan di warung bukan katering."), yes_no});
        else if (question == "civil_servant")
            page.questions.push_back({question, tr("Apakah penerimanya ASN?"), {}, yes_no});
        else if (question == "civil_rank")
            page.questions.push_back({question, tr("Bila ASN, golongan berapa?"), {}, {{"1", tr("Golongan I")}, {"2", tr("Golongan II")}, {"3", tr("Golongan III")}, {"4", tr("Golongan IV")}}});
        else {
            page.questions.push_back({"wages_over_limit", tr("Berapa upah untuk pekerja yang sehari dibayar di atas batas?"), tr("Kosong bila tidak ada."), {}, true});
            page.questions.push_back({"days_over_limit", tr("Berapa hari kerja orang untuk upah itu?"), tr("Dua orang tiga hari adalah 6."), {}});
        }
    }
    if (!page.questions.empty())
        page.questions.push_back({"tax_withheld", tr("Apakah pajaknya sudah dipotong dari pembayaran?"), tr("Bila belum, programlah yang mencatat siapa yang menanggung."),
            {{"yes", tr("Sudah dipotong")}, {"no", tr("Belum, penyedia dibayar penuh")}}});
}

void add_papers_fields(ExpenseFormPage& page, rules::SpendKind const& kind)
{
    for (auto const& paper : kind.papers) {
        PaperField field {"_paper_" + paper.kind, paper.label, paper.required ? "miss" : "later", {}};
        if (paper.above.is_positive())
            field.label += " (" + tr("di atas {above:rp}", {{"above", std::to_string(paper.above.value())}}) + ")";
        for (auto const& kept : page.kept)
            if (kept.paper == paper.kind) {
                field.state = "ok";
                field.hrefs.push_back(kept.href);
            }
        page.papers.push_back(std::move(field));
    }
    // The first paper of the kind is what the camera is for.
    if (!page.papers.empty()) {
        page.camera_field = page.papers.front().field;
        page.camera_label = kind.papers.front().label;
    }
}

Result<void> add_payers(db::ReadTx& tx, Services& services, FormGround const& ground, ExpenseFormPage& page)
{
    page.payers = {{"kas", tr("Kas")}, {"bank", tr("Bank")}};
    if (!ground.purse.pokmas)
        return Done {};
    auto const cash = TRY(ledger::cash_of(tx, services.city, *ground.purse.pokmas));
    page.payers[0].detail = format_rupiah(cash.of(ledger::CashKind::Kas));
    page.payers[1].detail = format_rupiah(cash.of(ledger::CashKind::Bank));
    for (auto const& part : cash.parts)
        if (part.kind == ledger::CashKind::Panjar && part.amount.is_positive()) {
            auto const name = TRY(party_name(tx, services.city, *ground.purse.pokmas, part.party));
            page.holders.push_back({part.party, name + " · " + format_rupiah(part.amount)});
        }
    if (!page.holders.empty())
        page.payers.push_back({"panjar", tr("Panjar"), tr("Pilih pemegangnya di bawah")});
    auto const rows = TRY(tx.run(sql::suppliers_of_pokmas, services.city, *ground.purse.pokmas));
    for (auto const& row : rows)
        page.suppliers.push_back({row.text(0), row.text(0)});
    // Nothing chosen yet: where there is money.
    if (page.form.value("pay.0.from").empty())
        page.form.set("pay.0.from", cash.of(ledger::CashKind::Kas).is_positive() || !cash.of(ledger::CashKind::Bank).is_positive() ? "kas" : "bank");
    return Done {};
}

Result<http::Response> form_page(Services& services, http::Exchange const& exchange, html::FormState form, std::vector<PaperKept> kept)
{
    ExpenseFormPage page;
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const ground = TRY(ground_of(tx, services, exchange));
        page.frame = screens::frame(services, exchange, ground.correcting.empty() ? tr("Catat belanja") : tr("Betulkan belanja"));
        page.frame.kind = "form";
        page.frame.back_href = ground.correcting.empty() ? "/kantong/" + ground.purse.id.str() : "/belanja/" + ground.correcting;
        page.frame.scripts.push_back("/-/aset/belanja.js");
        page.form = std::move(form);
        page.kept = std::move(kept);
        page.corrected = ground.number;
        page.action = exchange.request.path + (ground.correcting.empty() ? "?kantong=" + ground.purse.id.str() : "?ganti=" + ground.correcting);
        page.unit = ground.purse.unit_code;
        page.title = envelope_label(*ground.pack, ground.purse.envelope) + " " + ground.purse.unit_name;
        auto const balance = TRY(ledger::balance(tx, services.city, ground.purse.id));
        page.left = format_rupiah(balance.of(ledger::Stage::Cair));
        page.left_digits = std::to_string(balance.of(ledger::Stage::Cair).value());
        for (auto& file : page.kept)
            file.label = paper_label(*ground.pack, file.paper);
        add_lines(page, ground);
        for (auto const& kind : ground.pack->spend_kinds)
            page.kinds.push_back({kind.code, kind.label});
        if (auto const* kind = kind_of(ground, page.form)) {
            if (page.form.value("spend_kind").empty() && !page.form.value("line").empty())
                page.form.set("spend_kind", kind->code);
            add_questions(page, ground, *kind, services.today());
            add_papers_fields(page, *kind);
            page.tax_note = kind->basis.citation;
        }
        TRY(add_joint_parts(tx, services, exchange.actor(), ground.purse, *ground.pack, page));
        return add_payers(tx, services, ground, page);
    };
    TRY(db::read(services.db, fill));
    return screens::show(page);
}

/// Without a purse in the address: the purses from which this person may record.
Result<http::Response> choose_purse(Services& services, http::Exchange const& exchange)
{
    ExpensePursesPage page;
    page.frame = screens::frame(services, exchange, tr("Catat belanja"));
    auto const& actor = exchange.actor();
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const year = TRY(programme::year_or_current(tx, services.city, exchange.request.query_value("tahun")));
        auto const pack = TRY(rules::released(tx, services.city, year.year));
        auto const reach = expense_reach(actor);
        for (auto const& stretch : reach.stretches) {
            if (stretch.first == "~")
                continue;
            auto const purses = TRY(programme::purses_below(tx, services.city, year.year, stretch.first));
            for (auto const& purse : purses) {
                if (purse.closed || !purse.pokmas || page.purses.size() >= 200 || !may(actor, "spending.record", purse.unit_code, purse.pokmas->str()))
                    continue;
                auto const balance = TRY(ledger::balance(tx, services.city, purse.id));
                page.purses.push_back({"/belanja/baru?kantong=" + purse.id.str(), envelope_label(*pack, purse.envelope), purse.unit_name,
                    format_rupiah(balance.of(ledger::Stage::Cair)), envelope_icon(*pack, purse.envelope)});
            }
        }
        return Done {};
    };
    TRY(db::read(services.db, fill));
    if (page.purses.size() == 1)
        return http::Response::see_other(page.purses.front().href);
    return screens::show(page);
}

/// A correction begins with what was recorded.
Result<html::FormState> form_of_expense(Services& services, Actor const& actor, std::string const& id)
{
    auto form = screens::fresh_form(services);
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const expense = TRY(readable_expense(tx, services.city, actor, id));
        auto const shares = TRY(shares_of(tx, services.city, expense.id));
        if (shares.size() == 1)
            form.set("line", shares.front().line.str());
        for (std::size_t i = 0; shares.size() > 1 && i < shares.size(); ++i) {
            form.set("shares." + std::to_string(i) + ".line", shares[i].line.str());
            form.set("shares." + std::to_string(i) + ".amount", format_number(shares[i].amount.value()));
        }
        form.set("joint", expense.joint);
        form.set("on", expense.on.iso());
        form.set("supplier_name", expense.supplier_name);
        form.set("receipt", expense.receipt);
        form.set("description", expense.description);
        form.set("gross", format_number(expense.gross.value()));
        form.set("spend_kind", expense.spend_kind);
        if (expense.residents_share.is_positive())
            form.set("residents_share", format_number(expense.residents_share.value()));
        return Done {};
    };
    TRY(db::read(services.db, fill));
    return form;
}

Result<std::vector<PaperKept>> papers_of_expense(Services& services, std::string const& id)
{
    auto const links = TRY(db::read(services.db, [&](db::ReadTx& tx) { return evidence::links(tx, services.city, "expense", id); }));
    std::vector<PaperKept> kept;
    for (auto const& link : links) {
        auto const number = std::to_string(kept.size());
        kept.push_back({"papers." + number + ".paper", link.paper, "papers." + number + ".sha256", link.sha256, evidence::href(link.sha256), link.paper});
    }
    return kept;
}

Result<http::Response> get_form(Services& services, http::Exchange& exchange)
{
    auto const& request = exchange.request;
    auto const corrected = request.query_value("ganti");
    if (!corrected.empty()) {
        auto form = TRY(form_of_expense(services, exchange.actor(), corrected));
        auto kept = TRY(papers_of_expense(services, corrected));
        return form_page(services, exchange, std::move(form), std::move(kept));
    }
    if (request.query_value("kantong").empty() && request.query_value("baris").empty())
        return choose_purse(services, exchange);
    auto form = screens::fresh_form(services);
    form.set("line", request.query_value("baris"));
    form.set("on", services.today().iso());
    return form_page(services, exchange, std::move(form), {});
}

html::FormState typed_form(http::Exchange const& exchange)
{
    html::FormState form;
    for (auto const& [name, value] : exchange.request.form)
        if (name != "csrf" && !name.starts_with("papers.") && !name.starts_with("_"))
            form.values.emplace_back(name, value);
    return form;
}

/// Letters that were just stored travel on as their hashes.
html::FormState with_letters(html::FormState form, FormPapers const& papers)
{
    for (auto const& [field, hash] : papers.letters)
        form.set(field, hash);
    return form;
}

/// The fix is an overlay on what was typed: its button sends the whole form again with that one change, files included.
void complete_fixes(html::FormState& form, html::FormState const& typed, std::vector<PaperKept> const& kept, std::string const& action)
{
    for (auto& verdict : form.verdicts) {
        if (verdict.fix_label.empty())
            continue;
        auto const overlay = verdict.fix_input;
        for (auto const& [name, value] : typed.values) {
            auto const replaced = name == "id" || std::ranges::any_of(overlay, [&](auto const& pair) { return pair.first == name; });
            if (!replaced)
                verdict.fix_input.emplace_back(name, value);
        }
        for (auto const& file : kept) {
            verdict.fix_input.emplace_back(file.paper_name, file.paper);
            verdict.fix_input.emplace_back(file.hash_name, file.hash);
        }
        verdict.fix_action = action;
    }
}

Result<http::Response> post_form(Services& services, http::Exchange& exchange)
{
    auto papers = form_papers(services, exchange, nullptr);
    if (!papers.ok()) {
        if (papers.error().kind != ErrorKind::Invalid)
            return papers.error();
        auto form = html::refused_form(typed_form(exchange).values, papers.error());
        auto response = TRY(form_page(services, exchange, std::move(form), carried_papers(exchange, nullptr).kept));
        response.status = 422;
        return response;
    }
    // "Perbarui": other papers and questions for what was chosen, nothing is recorded yet.
    if (!exchange.request.form_value("_refresh").empty())
        return form_page(services, exchange, with_letters(typed_form(exchange), *papers), papers->kept);
    auto const corrected = exchange.request.query_value("ganti");
    boost::json::object extra {{"papers", papers->rows}};
    if (!corrected.empty())
        extra["expense"] = corrected;
    for (auto const& [field, hash] : papers->letters)
        extra[field] = hash;
    return screens::submit(services, exchange, corrected.empty() ? "spending.record_expense" : "spending.correct", extra, [&](html::FormState const& refused, Error const&) {
        auto form = with_letters(refused, *papers);
        complete_fixes(form, with_letters(typed_form(exchange), *papers), papers->kept, exchange.request.target);
        return form_page(services, exchange, std::move(form), papers->kept);
    });
}

} // namespace

std::vector<http::Route> expense_form_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/belanja/baru", "spending.record", screens::page(services, get_form), "Form of a purchase"},
        {Post, "/belanja/baru", "spending.record", screens::page(services, post_form), "Record a purchase", expense_body_limit}};
}

} // namespace rtkeren::spending
