#include "insight/trail.hpp"

#include "audit/audit.hpp"
#include "identity/identity.hpp"
#include "insight/kinds.hpp"
#include "insight/pages.hpp"
#include "language/language.hpp"

#include <map>

namespace rtkeren::insight {
namespace {

enum TrailColumn : std::size_t { TrailNumber, TrailAt, TrailActor, TrailOperation, TrailSubjectKind, TrailSubject, TrailPlace, TrailSummary, TrailReason };

/// Kinds that no machine moves have no word of their own.
std::string trail_kind(std::string const& kind) { return machine_of(kind) != nullptr ? kind_label(kind) : kind; }

tables::TableSpec trail_spec(std::vector<std::string> const& kinds)
{
    using tables::Kind;
    std::vector<tables::Choice> choices;
    for (auto const& kind : kinds)
        choices.push_back({kind, trail_kind(kind)});
    return {.path = "/jejak",
        .columns = {{.key = "number", .label = TR_NOOP("No."), .kind = Kind::Integer, .sort = "number", .width = 8}, {.key = "at", .label = TR_NOOP("Waktu"), .kind = Kind::Instant, .sort = "at"},
            {.key = "actor", .label = TR_NOOP("Siapa"), .width = 20}, {.key = "operation", .label = TR_NOOP("Perbuatan"), .sort = "operation", .width = 24},
            {.key = "subject", .label = TR_NOOP("Tentang"), .width = 24}, {.key = "place", .label = TR_NOOP("Wilayah"), .sort = "place", .width = 16},
            {.key = "reason", .label = TR_NOOP("Alasan"), .hide_on_phone = true, .width = 24}, {.key = "summary", .label = TR_NOOP("Isi"), .hide_on_phone = true, .width = 40}},
        .filters = {{"jenis", TR_NOOP("Tentang"), "subject_kind", std::move(choices)}, {"berkas", TR_NOOP("Berkas"), "subject", {}}, {"pelaku", TR_NOOP("Siapa"), "actor", {}},
            {"perbuatan", TR_NOOP("Perbuatan"), "operation", {}}, {"wilayah", TR_NOOP("Wilayah"), "place", {}}},
        .search = true,
        .default_sort = "-number"};
}

/// Names by user, each looked up once a page; a file of many rows names few people.
class ActorNames {
public:
    ActorNames(db::ReadTx& tx, Services const& services) : m_tx(tx), m_services(services) { }
    std::string const& of(db::Row const& row)
    {
        auto const user = row.id<UserId>(TrailActor);
        auto [place, is_new] = m_names.try_emplace(row.text(TrailActor));
        if (is_new && user.is_none()) {
            place->second = tr("program");
        } else if (is_new) {
            auto const actor = identity::actor_of_user(m_tx, m_services.city, user, m_services.today());
            place->second = actor.ok() ? actor->name : tr("akun yang ditutup");
        }
        return place->second;
    }

private:
    db::ReadTx& m_tx;
    Services const& m_services;
    std::map<std::string, std::string> m_names;
};

Result<tables::Table> trail_table(db::ReadTx& tx, Services& services, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto const page = TRY(rows_of(request, spec, audit::list_columns(), [&](db::ListCut const& cut) { return audit::list(tx, services.city, cut); }));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Jejak");
    table.as_of = services.now();
    table.zone = services.zone;
    table.empty_title = tr("Tidak ada jejak seperti itu");
    table.empty_text = tr("Ubah pencarian atau saringan.");
    ActorNames names(tx, services);
    for (auto const& row : page.rows) {
        auto const& subject = row.text(TrailSubject);
        table
            .add({row.integer(TrailNumber), row.instant(TrailAt), tables::Cell(names.of(row)).link(tables::href_of(spec, {.filters = {{"pelaku", row.text(TrailActor)}}})), deed_of(row.text(TrailOperation)),
                tables::Cell(trail_kind(row.text(TrailSubjectKind)) + " " + subject).link(tables::href_of(spec, {.filters = {{"berkas", subject}}})), row.text(TrailPlace), row.text(TrailReason),
                row.text(TrailSummary)})
            .named(std::to_string(row.integer(TrailNumber)));
    }
    return table;
}

} // namespace

Result<http::Response> show_trail(Services& services, http::Exchange& exchange)
{
    auto const work = [&](db::ReadTx& tx) -> Result<screens::ListAnswer> {
        auto const kinds = TRY(audit::subject_kinds(tx, services.city));
        auto const spec = trail_spec(kinds);
        return screens::list(services, exchange, spec, [&](tables::ListRequest const& request) { return trail_table(tx, services, spec, request); });
    };
    auto answer = TRY(db::read(services.db, work));
    if (answer.file)
        return std::move(*answer.file);
    ListPage page {.frame = screens::frame(services, exchange, tr("Jejak")),
        .title = tr("Jejak"),
        .facts = tr("Siapa melakukan apa, kapan, dengan alasan apa. Tidak satu baris pun bisa diubah atau dihapus; tiap baris memuat sidik baris sebelumnya."),
        .list = std::move(answer.html)};
    return screens::show(page);
}

} // namespace rtkeren::insight
