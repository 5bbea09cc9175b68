#include "evidence/evidence.hpp"
#include "evidence/sql.hpp"
#include "evidence/uses.hpp"

namespace rtkeren::evidence {

namespace {

std::vector<Link> links_of(db::Rows const& rows)
{
    std::vector<Link> all;
    for (auto const& row : rows)
        all.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(6), row.text(4), row.instant(5)});
    return all;
}

} // namespace

Result<Attached> attach(db::WriteTx& tx, operations::Context& context, Link const& link)
{
    auto file = TRY(tx.maybe(sql::file_by_hash, context.city, link.sha256));
    if (!file)
        return Error::field(link.paper, "evidence.unknown", link.sha256);
    auto before = TRY(tx.run(sql::links_of_file, context.city, link.sha256));
    Attached attached;
    for (auto& other : links_of(before))
        if (other.subject_kind != link.subject_kind || other.subject != link.subject)
            attached.reused_for.push_back(std::move(other));
    TRY(tx.run(sql::insert_link, context.city, link.subject_kind, link.subject, link.paper, link.sha256, link.note, context.actor.user, context.now));
    return attached;
}

Result<std::vector<Link>> links(db::ReadTx& tx, CityId city, std::string_view subject_kind, std::string_view subject)
{
    auto rows = TRY(tx.run(sql::links_of_subject, city, subject_kind, subject));
    return links_of(rows);
}

Result<std::vector<Link>> uses_of(db::ReadTx& tx, CityId city, std::string_view sha256)
{
    auto rows = TRY(tx.run(sql::links_of_file, city, sha256));
    return links_of(rows);
}

} // namespace rtkeren::evidence
