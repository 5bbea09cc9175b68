#include "identity/office_lines.hpp"

#include "identity/sql.hpp"
#include "language/language.hpp"

namespace rtkeren::identity {

namespace {

struct State {
    std::string word, tone;
    bool open {false}; // has days to come
};

State state_of(db::Row const& row, Date today)
{
    auto const until = row.maybe_date(6);
    if (row.flag(9))
        return {tr("Tidak dikonfirmasi"), "no", false};
    if (until && *until < today)
        return {tr("Berakhir"), "", false};
    if (row.flag(8))
        return {tr("Menunggu konfirmasi"), "warn", true};
    if (row.date(5) > today)
        return {tr("Belum mulai"), "info", true};
    return {row.flag(7) ? tr("Pelaksana") : tr("Berlaku"), "ok", true};
}

} // namespace

std::string term_of(Date from, std::optional<Date> until)
{
    auto const language = language::current();
    if (!until)
        return tr("sejak {from}", {{"from", format_date(from, language)}});
    return tr("{from} sampai {until}", {{"from", format_date(from, language)}, {"until", format_date(*until, language)}});
}

Result<std::vector<OfficeLine>> office_lines(Services& services, db::ReadTx& tx, PersonId person, Actor const* keeper)
{
    auto const today = services.today();
    auto rows = TRY(tx.run(sql::grants_ever, services.city, person));
    std::vector<OfficeLine> lines;
    for (auto const& row : rows) {
        auto office = TRY(office_label(tx, services.city, row.text(1), row.text(2)));
        auto const state = state_of(row, today);
        auto const* role = find_role(row.text(1));
        auto const until = row.maybe_date(6);
        OfficeLine line;
        line.id = row.text(0);
        line.office = std::move(office);
        line.decree = row.text(4);
        line.from = format_date(row.date(5), language::current());
        line.until = until ? format_date(*until, language::current()) : std::string {};
        line.state = state.word;
        line.tone = state.tone;
        line.note = row.text_or(10);
        line.can_end = keeper != nullptr && state.open && role != nullptr && appoints(*keeper, *role, row.text(2));
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace rtkeren::identity
