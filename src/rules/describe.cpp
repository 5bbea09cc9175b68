#include "rules/known.hpp"
#include "rules/store.hpp"

#include "language/language.hpp"

#include <algorithm>

namespace rtkeren::rules {

namespace {

std::string yes_no(bool value) { return value ? tr("ya") : tr("tidak"); }
std::string share_text(BasisPoints share) { return shown(Unit::Share, share.value()); }

std::string joined(std::vector<std::string> const& parts, std::string_view between = ", ")
{
    std::string text;
    for (auto const& part : parts)
        text += (text.empty() ? std::string {} : std::string(between)) + part;
    return text;
}

/// Collects the rows of one section after the other.
class Rows {
public:
    void start(std::string section) { m_section = std::move(section); }
    void add(std::string path, std::string label, std::string value, Basis const& basis)
    {
        m_all.push_back({m_section, std::move(path), std::move(label), std::move(value), basis});
    }
    [[nodiscard]] std::vector<Parameter> take() { return std::move(m_all); }

private:
    std::string m_section;
    std::vector<Parameter> m_all;
};

std::string envelope_name(Pack const& pack, std::string const& key)
{
    auto const* found = pack.envelope(key);
    return found == nullptr ? key : found->label;
}

void describe_money(Rows& rows, Pack const& pack)
{
    rows.start(tr("Uang tiap unit"));
    auto const scope = pack.unit_scope == "pilot" ? tr("hanya yang terdaftar (percontohan)") : tr("semua");
    rows.add("unit", tr("Unit"), pack.unit + ", " + scope, pack.bases.at("unit"));
    for (auto const& envelope : pack.envelopes)
        rows.add("envelope." + envelope.key, envelope.label, format_rupiah(envelope.per_unit), envelope.basis);
    for (auto const& earmark : pack.earmarks)
        rows.add("earmark." + earmark.envelope, tr("Paling sedikit untuk {label}", {{"label", envelope_name(pack, earmark.envelope)}}),
            tr("{share} dari seluruh pagu", {{"share", share_text(earmark.minimum)}}), earmark.basis);
    for (auto const& move : pack.moves) {
        auto const allowed = move.allowed == MoveAllowed::Never ? tr("tidak pernah")
            : move.allowed == MoveAllowed::BeforeApproval       ? tr("sebelum RAB disetujui")
                                                                : tr("dengan perubahan anggaran");
        rows.add("move." + move.from + "." + move.to,
            tr("Pindah dari {from} ke {to}", {{"from", envelope_name(pack, move.from)}, {"to", envelope_name(pack, move.to)}}), allowed, move.basis);
    }
    for (auto const& [rank, amount] : pack.bonus)
        rows.add("bonus." + rank, tr("Tambahan peringkat {rank}", {{"rank", rank}}), format_rupiah(amount), pack.bases.at("bonus." + rank));
}

void describe_menu(Rows& rows, Pack const& pack)
{
    rows.start(tr("Menu kegiatan"));
    for (auto const& item : pack.menu) {
        std::vector<std::string> names;
        names.reserve(item.envelopes.size());
        for (auto const& key : item.envelopes)
            names.push_back(envelope_name(pack, key));
        rows.add("menu." + item.code, item.label, joined(names), item.basis);
        if (!item.ban)
            continue;
        auto const text = item.banned_until ? tr("dilarang {from} sampai {until}",
                              {{"from", format_date(*item.banned_from, language::current())}, {"until", format_date(*item.banned_until, language::current())}})
                                            : tr("dilarang mulai {from}", {{"from", format_date(*item.banned_from, language::current())}});
        rows.add("ban." + item.code, item.label, text, *item.ban);
    }
    for (auto const& cap : pack.caps) {
        auto const* item = pack.menu_item(cap.category);
        rows.add("cap." + cap.category, tr("Paling banyak untuk {label}", {{"label", item == nullptr ? cap.category : item->label}}),
            tr("{share} dari seluruh pagu", {{"share", share_text(cap.share)}}), cap.basis);
    }
}

void describe_tranches(Rows& rows, Pack const& pack)
{
    rows.start(tr("Pencairan dan syaratnya"));
    for (auto const& tranche : pack.tranches) {
        auto const number = std::to_string(tranche.number);
        rows.add("tranche." + number, tr("Termin {number}", {{"number", number}}), share_text(tranche.share), tranche.basis);
        for (auto const& gate : tranche.gates)
            rows.add("tranche." + number + "." + gate.fact, gate.label,
                gate.minimum == 1 ? yes_no(true) : tr("paling sedikit {minimum}", {{"minimum", shown(Unit::Share, gate.minimum)}}), gate.basis);
    }
}

void describe_calendar(Rows& rows, Pack const& pack)
{
    rows.start(tr("Kalender"));
    for (auto const& deadline : pack.deadlines) {
        auto const due = format_date(deadline.due, language::current());
        auto const text = deadline.opens ? tr("{opens} sampai {due}", {{"opens", format_date(*deadline.opens, language::current())}, {"due", due}})
                                         : tr("paling lambat {due}", {{"due", due}});
        rows.add("deadline." + deadline.key, deadline.label, text, deadline.basis);
    }
    rows.start(tr("Langkah dan pilihan"));
    for (auto const& [key, needed] : pack.steps)
        rows.add("step." + key, tr(known_word(known_steps(), key)->label), needed ? tr("diminta") : tr("dilewati"), pack.bases.at("step." + key));
    for (auto const& [key, value] : pack.choices)
        rows.add("choice." + key, tr(known_word(known_choices(), key)->label), value, pack.bases.at("choice." + key));
}

void describe_taxes(Rows& rows, Pack const& pack)
{
    rows.start(tr("Pajak"));
    for (auto const& tax : pack.taxes) {
        std::vector<std::string> parts {share_text(tax.rate)};
        if (tax.rate != tax.rate_without_npwp)
            parts.push_back(tr("tanpa NPWP {rate}", {{"rate", share_text(tax.rate_without_npwp)}}));
        if (tax.base_share.value() != 10'000)
            parts.push_back(tr("dari {share} pembayaran", {{"share", share_text(tax.base_share)}}));
        if (tax.above.is_positive())
            parts.push_back(tr("di atas {amount}", {{"amount", format_rupiah(tax.above)}}));
        if (tax.free_per_day.is_positive())
            parts.push_back(tr("setelah {amount} sehari", {{"amount", format_rupiah(tax.free_per_day)}}));
        if (tax.city_tax)
            parts.push_back(tr("disetor ke kota"));
        rows.add("tax." + tax.key, tax.label, joined(parts), tax.basis);
    }
}

void describe_evidence(Rows& rows, Pack const& pack)
{
    rows.start(tr("Bukti tiap jenis belanja"));
    for (auto const& kind : pack.spend_kinds) {
        std::vector<std::string> papers;
        for (auto const& paper : kind.papers) {
            auto text = paper.label;
            if (paper.above.is_positive())
                text += " " + tr("(di atas {amount})", {{"amount", format_rupiah(paper.above)}});
            papers.push_back(paper.required ? text : tr("dianjurkan: {paper}", {{"paper", text}}));
        }
        rows.add("spend_kind." + kind.code, kind.label, joined(papers, "; "), kind.basis);
    }
}

std::string words_of(Parameter const& parameter)
{
    auto const& basis = parameter.basis;
    auto text = parameter.path + ": " + parameter.label + ": " + parameter.value + "\n  " + tr("Dasar: {citation}", {{"citation", basis.citation}}) + "\n  "
        + tr("Kepastian: {certainty}", {{"certainty", std::string(name_of(basis.certainty))}}) + ", "
        + language::word("rules.severity." + std::string(rtkeren::name_of(basis.severity)));
    if (basis.valid_from)
        text += "\n  " + tr("Berlaku mulai {date}", {{"date", format_date(*basis.valid_from, language::current())}});
    if (basis.valid_until)
        text += "\n  " + tr("Berlaku sampai {date}", {{"date", format_date(*basis.valid_until, language::current())}});
    return text + "\n";
}

/// The path itself, all below it, or the last part of it.
bool is_meant(std::string_view path, std::string_view key)
{
    auto const below = path.starts_with(key) && (path.size() == key.size() || path[key.size()] == '.');
    auto const last = path.ends_with(key) && path.size() > key.size() && path[path.size() - key.size() - 1] == '.';
    return !key.empty() && (below || last);
}

} // namespace

std::vector<Parameter> describe(Pack const& pack)
{
    Rows rows;
    describe_money(rows, pack);
    describe_menu(rows, pack);
    describe_tranches(rows, pack);
    describe_calendar(rows, pack);
    describe_taxes(rows, pack);
    describe_evidence(rows, pack);
    rows.start(tr("Batas dan angka"));
    for (auto const& [key, number] : pack.numbers) {
        auto const* known = known_number(key);
        rows.add("number." + key, tr(known->label), shown(known->unit, number.value), number.basis);
    }
    return rows.take();
}

Result<std::string> explain(Pack const& pack, std::string_view key)
{
    std::string text, paths;
    for (auto const& parameter : describe(pack)) {
        if (is_meant(parameter.path, key))
            text += words_of(parameter);
        paths += (paths.empty() ? "" : ", ") + parameter.path;
    }
    if (!text.empty())
        return text;
    auto error = Error::not_found("rules.unknown_key");
    error.arguments = {{"key", std::string(key)}, {"keys", paths}};
    return error;
}

std::vector<FieldError> check_text(std::string_view toml)
{
    auto const pack = Pack::parse(toml);
    return pack.ok() ? unknown_facts(**pack) : pack.error().fields;
}

} // namespace rtkeren::rules
