#include "base/text.hpp"
#include "evidence/evidence.hpp"

namespace rtkeren::evidence {

namespace {

/// "-8.114907" as millionths of a degree; nothing when it is no such number.
std::optional<std::int64_t> millionths(std::string_view text)
{
    bool const negative = text.starts_with('-');
    auto const parts = split(negative ? text.substr(1) : text, '.');
    if (parts.empty() || parts.size() > 2)
        return std::nullopt;
    std::string fraction(parts.size() == 2 ? parts[1].substr(0, 6) : std::string_view {});
    fraction.append(6 - fraction.size(), '0');
    auto const whole = parse_integer(parts[0]);
    auto const part = parse_integer(fraction);
    if (!whole || !part || *whole > 180 || *whole < 0 || *part < 0)
        return std::nullopt;
    auto const value = *whole * 1'000'000 + *part;
    return negative ? -value : value;
}

/// The camera says local time without a zone: "2023-10-09T10:15:00".
std::optional<Instant> local_instant(std::string_view text, Zone zone)
{
    auto instant = Instant::parse(std::string(text) + ".000Z");
    if (!instant.ok())
        return std::nullopt;
    auto const hours = zone == Zone::Wib ? 7 : zone == Zone::Wita ? 8 : 9;
    return instant->plus_seconds(-hours * 3600);
}

Claims claims_of(http::Request const& request, std::string const& field, std::size_t number, Zone zone)
{
    auto const prefix = field + "." + std::to_string(number);
    return {local_instant(request.form_value(prefix + ".taken_at"), zone), millionths(request.form_value(prefix + ".lat")), millionths(request.form_value(prefix + ".lon"))};
}

} // namespace

Result<std::vector<FormFile>> store_uploads(Services& services, Actor const& actor, http::Request const& request)
{
    std::vector<FormFile> all;
    std::map<std::string, std::size_t> seen;
    for (auto const& upload : request.uploads) {
        auto const number = seen[upload.field]++;
        if (upload.size == 0 && upload.filename.empty())
            continue; // a file field left empty
        auto stored = TRY(store(services, actor, upload, claims_of(request, upload.field, number, services.zone)));
        all.push_back({upload.field, std::move(stored)});
    }
    return all;
}

} // namespace rtkeren::evidence
