#pragma once

#include "calendar/holidays.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "sheets/sheets.hpp"

/// The city's holidays: deadlines in working days pass over them.
namespace rtkeren::workflow {

struct HolidayRow {
    Date date;
    Text<1, 120> name;
    Text<0, 40> kind; // "libur nasional" or "cuti bersama"
};
struct ImportHolidays {
    RequestId id;
    std::vector<HolidayRow> rows;
};

/// Those after a day.
[[nodiscard]] Result<calendar::Holidays> holidays_after(db::ReadTx&, CityId, Date);

/// This room stands below the pages: `app` gives its import a page.
[[nodiscard]] std::vector<operations::Operation> operations();
[[nodiscard]] std::vector<sheets::Kind const*> imports();

} // namespace rtkeren::workflow

namespace rtkeren::operations {

template<>
struct Fields<workflow::HolidayRow> {
    static constexpr auto table()
    {
        using T = workflow::HolidayRow;
        return std::tuple {field("date", &T::date, {.label = TR_NOOP("Tanggal"), .example = "2024-08-17"}),
            field("name", &T::name, {.label = TR_NOOP("Nama hari libur"), .example = "Proklamasi Kemerdekaan"}),
            field("kind", &T::kind, {.label = TR_NOOP("Jenis"), .example = "libur nasional"})};
    }
};
template<>
struct Fields<workflow::ImportHolidays> {
    static constexpr auto table()
    {
        using T = workflow::ImportHolidays;
        return std::tuple {field("id", &T::id), field("rows", &T::rows, {.label = TR_NOOP("Hari libur"), .minimum = 1, .maximum = 1000})};
    }
};

} // namespace rtkeren::operations
