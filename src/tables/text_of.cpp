#include "language/language.hpp"
#include "tables/render.hpp"

namespace rtkeren::tables {

namespace {

/// "−1.350.000" with a true minus sign; nothing for zero only where the cell is empty.
std::string signed_number(std::int64_t number)
{
    return number < 0 ? "−" + format_number(number == INT64_MIN ? INT64_MAX : -number) : format_number(number);
}

std::string day_text(Date date)
{
    return format_date_short(date, language::current()) + ' ' + std::to_string(date.year());
}

struct TextOf {
    Zone zone;

    std::string operator()(std::monostate) const { return "–"; }
    std::string operator()(std::string const& text) const { return text; }
    std::string operator()(Rupiah amount) const { return signed_number(amount.value()); }
    std::string operator()(std::int64_t number) const { return signed_number(number); }
    std::string operator()(BasisPoints share) const { return language::fill("{p:bp}", {{"p", std::to_string(share.value())}}); }
    std::string operator()(Date date) const { return day_text(date); }
    std::string operator()(Instant instant) const { return day_text(instant.date_in(zone)) + ", " + format_time(instant, zone); }
    std::string operator()(bool flag) const { return flag ? tr("Ya") : tr("Tidak"); }
    std::string operator()(Cell::Stages const& stages) const { return charts::stage_words(stages); }
};

} // namespace

std::string text_of(Cell const& cell, Zone zone)
{
    return std::visit(TextOf {zone}, cell.value());
}

} // namespace rtkeren::tables
