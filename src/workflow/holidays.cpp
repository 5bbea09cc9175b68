#include "workflow/holidays.hpp"

#include "audit/audit.hpp"
#include "workflow/sql.hpp"

#include <map>

namespace rtkeren::workflow {

namespace {

constexpr std::string_view holidays_permission = "workflow.holidays";

/// "libur", "libur nasional", "cuti bersama" or nothing.
std::optional<bool> is_joint_leave(std::string_view kind)
{
    auto const words = fold(kind);
    if (words == "cuti bersama" || words == "cuti")
        return true;
    if (words.empty() || words == "libur" || words == "libur nasional")
        return false;
    return std::nullopt;
}

std::vector<FieldError> check_rows(ImportHolidays const& input)
{
    std::vector<FieldError> errors;
    std::map<Date, std::size_t> seen;
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        auto const& row = input.rows[i];
        auto const prefix = "rows." + std::to_string(i) + ".";
        auto const [first, is_new] = seen.try_emplace(row.date, i);
        if (!is_new)
            errors.push_back({prefix + "date", "workflow.holiday_twice", row.date.iso(), {{"row", std::to_string(first->second + 1)}}});
        if (!is_joint_leave(row.kind.str()))
            errors.push_back({prefix + "kind", "workflow.holiday_kind", row.kind.str()});
    }
    return errors;
}

Result<operations::Answer> import_holidays(db::WriteTx& tx, operations::Context& context, ImportHolidays const& input)
{
    if (!may(context.actor, holidays_permission, ""))
        return Error::forbidden("operation.not_allowed");
    auto errors = check_rows(input);
    if (!errors.empty())
        return Error::invalid("input.invalid", std::move(errors));
    for (auto const& row : input.rows)
        TRY(tx.run(sql::upsert_holiday, context.city, row.date, row.name, *is_joint_leave(row.kind.str()), context.now, context.actor.user));
    TRY(audit::append(tx, context, {"workflow.import_holidays", "holidays", context.request.str(), "", {{"count", std::int64_t(input.rows.size())}}}));
    return operations::Answer {context.request.str(), "/kalender", "workflow.holidays_imported", {{"count", std::to_string(input.rows.size())}}};
}

} // namespace

Result<calendar::Holidays> holidays_after(db::ReadTx& tx, CityId city, Date day)
{
    auto const rows = TRY(tx.run(sql::holidays_after, city, day));
    calendar::Holidays holidays;
    for (auto const& row : rows)
        holidays.add(row.date(0), row.text(1), row.flag(2));
    return holidays;
}

std::vector<operations::Operation> operations()
{
    return {operations::make<ImportHolidays>("workflow.import_holidays", std::string(holidays_permission), "Take in the list of holidays and joint leave, all or nothing", import_holidays)};
}

std::vector<sheets::Kind const*> imports()
{
    static sheets::Kind const kind {"workflow.import_holidays", "rows", "contoh-hari-libur",
        {{"date", TR_NOOP("Tanggal"), {"tgl", "hari tanggal"}, true, false, true}, {"name", TR_NOOP("Nama hari libur"), {"hari libur", "keterangan", "nama"}},
            {"kind", TR_NOOP("Jenis"), {}, false}},
        {{"2024-08-17", "Proklamasi Kemerdekaan", "libur nasional"}, {"2024-12-26", "Cuti bersama Natal", "cuti bersama"}}, "holidays", {}, holidays_permission, "/kalender/impor",
        TR_NOOP("Impor hari libur"), TR_NOOP("Tenggat yang dihitung dalam hari kerja melewati hari libur dan cuti bersama."), "/kalender", TR_NOOP("Kalender")};
    return {&kind};
}

} // namespace rtkeren::workflow
