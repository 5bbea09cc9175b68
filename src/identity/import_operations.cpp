#include "identity/import_rows.hpp"
#include "identity/parts.hpp"

#include <boost/json/array.hpp>

namespace rtkeren::identity {

namespace {

Result<operations::Answer> import_users(db::WriteTx& tx, operations::Context& context, ImportUsers const& input)
{
    auto const rows = TRY(prepare_rows(tx, context, input));
    boost::json::array users;
    boost::json::array slips;
    for (auto const& row : rows) {
        TRY(write_newcomer(tx, context, row.newcomer));
        TRY(write_office(tx, context, row.office, *row.role));
        auto slip = TRY(add_slip(tx, context, row.newcomer.user));
        users.emplace_back(row.newcomer.user.text());
        slips.emplace_back(slip.text());
    }
    auto const first = rows.front().newcomer.user.str();
    return operations::Answer {.id = first,
        .href = "/pengguna",
        .message = "identity.users_imported",
        .arguments = {{"count", std::to_string(rows.size())}},
        .data = {{"users", std::move(users)}, {"slips", std::move(slips)}}};
}

} // namespace

std::vector<operations::Operation> import_operations()
{
    return {operations::make<ImportUsers>(
        "identity.import_users", "identity.users", "Record many people with one office and a slip each, all or none", import_users)};
}

} // namespace rtkeren::identity
