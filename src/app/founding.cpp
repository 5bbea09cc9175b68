#include "app/founding.hpp"

#include "audit/audit.hpp"
#include "identity/identity.hpp"

namespace rtkeren::app {

namespace {

constexpr std::string_view admin_login = "admin";

Result<territory::City> city_of(Founding const& founding)
{
    territory::City city;
    city.id = TRY(territory::city_id_of(founding.code));
    city.code = territory::PlaceCode::parse(founding.code).value().text;
    city.name = TRY(parse_text(founding.name, 1, 120));
    city.zone = founding.zone == "WITA" ? Zone::Wita : founding.zone == "WIT" ? Zone::Wit : Zone::Wib;
    return city;
}

Result<void> add_region(
    db::WriteTx& tx, operations::Context& context, std::string_view code, std::string_view name, Date from, territory::OfficialRegion const* official)
{
    auto const place = TRY(territory::PlaceCode::parse(code));
    territory::Region region;
    region.id = context.next<territory::RegionId>();
    region.level = place.level;
    region.code = place.text;
    region.parent = place.parent();
    region.name = name;
    region.valid_from = from;
    if (official != nullptr && official->latitude_e6 != 0) {
        region.latitude_e6 = official->latitude_e6;
        region.longitude_e6 = official->longitude_e6;
    }
    return territory::add(tx, context.city, region);
}

/// The first person of a city: without a phone or a NIP, known by the slip alone.
Result<Ulid> add_administrator(db::WriteTx& tx, operations::Context& context, territory::City const& city, std::string const& name)
{
    auto const person = context.next<PersonId>();
    auto const user = context.next<UserId>();
    TRY(identity::add_person(tx, context, {.id = person, .name = name, .phone = {}, .nik = {}, .nip = {}, .region = city.code}));
    TRY(identity::add_user(tx, context, {user, person, std::string(admin_login), {}}));
    TRY(identity::add_grant(tx, context,
        {.id = context.next_id(),
            .person = person,
            .role = "admin",
            .place = city.code,
            .pokmas = {},
            .decree = "rtkeren init",
            .from = context.today,
            .until = {}}));
    TRY(audit::append(tx, context, {"app.found_city", "city", city.code, "", {{"administrator", user.text()}}}));
    return identity::add_slip(tx, context, user);
}

} // namespace

Result<void> add_official_regions(db::WriteTx& tx, operations::Context& context, territory::City const& city, Date from)
{
    auto const official = territory::official_regions(city.code);
    if (official.empty()) // a city that we have no list of begins with itself; its parts come with `import rt`
        return add_region(tx, context, city.code, city.name, from, nullptr);
    for (auto const& region : official)
        TRY(add_region(tx, context, region.code, region.name, from, &region));
    return Done {};
}

Result<Founded> found_city(OpenOptions const& options, Founding const& founding)
{
    auto const city = TRY(city_of(founding));
    auto const name = TRY(parse_text(founding.admin, 1, 120));
    auto program = TRY(Program::create(options, city));
    auto& services = program->services();
    auto const actor = identity::system_actor(city.id, {"identity.users"});
    auto const now = services.now();
    auto const seed = services.env.ulid();
    auto const request = RequestId(services.env.ulid());
    auto made = db::write(services.db, city.id, [&](db::WriteTx& tx) -> Result<Ulid> {
        operations::Context context {services, actor, city.id, now, now.date_in(city.zone), request, {}, 0, seed};
        TRY(add_official_regions(tx, context, city, Date::of(context.today.year(), 1, 1).value()));
        return add_administrator(tx, context, city, name);
    });
    auto const slip = TRY(std::move(made));
    auto const printed = TRY(identity::printed_slips(services, actor, {slip}));
    return Founded {std::string(admin_login), printed.front().code, services.keys.recovery_text()};
}

} // namespace rtkeren::app
