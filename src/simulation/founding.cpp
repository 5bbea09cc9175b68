#include "identity/identity.hpp"
#include "secrets/secrets.hpp"
#include "simulation/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rtkeren::simulation {

namespace {

operations::Context context_of(World& world, Actor const& actor, Instant now)
{
    return {.services = world.services,
        .actor = actor,
        .city = world.city.id,
        .now = now,
        .today = now.date_in(world.services.zone),
        .request = RequestId(world.services.env.ulid()),
        .id_seed = world.services.env.ulid()};
}

/// The kelurahan of middle size is the one whose offices stand on the sign-in page.
std::string middle_of(std::vector<territory::OfficialRegion> const& regions)
{
    std::vector<territory::OfficialRegion> kelurahan;
    std::ranges::copy_if(regions, std::back_inserter(kelurahan), [](auto const& region) { return region.example_rt > 0; });
    std::ranges::sort(kelurahan, [](auto const& a, auto const& b) { return std::pair(a.example_rt, a.code) < std::pair(b.example_rt, b.code); });
    return std::string(kelurahan[kelurahan.size() / 2].code);
}

/// How many RW and RT of this kelurahan the example has: all of them, or in a small example six RT in two RW.
struct Counts {
    int rw {0}, rt {0};
};
Counts counts_of(territory::OfficialRegion const& region, DemoOptions const& options, std::string const& home, int& left)
{
    if (options.units == 0)
        return {region.example_rw, region.example_rt};
    bool const is_home = region.code == home;
    if (!is_home && left <= 0)
        return {};
    auto const rt = std::min({region.example_rt, left, 6});
    left -= rt;
    return {std::max(1, rt / 3), rt};
}

territory::Region region_of(World& world, territory::Level level, std::string code, std::string parent, std::string name, Date from)
{
    territory::Region region {.id = territory::RegionId(world.services.env.ulid()), .level = level, .code = std::move(code), .parent = std::move(parent), .name = std::move(name), .valid_from = from};
    region.example = level >= territory::Level::Rw;
    return region;
}

/// RT numbers begin anew in each RW, as they do in the city.
Result<void> add_rws(World& world, db::WriteTx& tx, Kelurahan& kelurahan, Counts counts, Date from)
{
    for (int rw = 0; rw < counts.rw; ++rw) {
        auto const rw_code = fmt::format("{}.{:03}", kelurahan.code, rw + 1);
        auto const first = counts.rt * rw / counts.rw, behind = counts.rt * (rw + 1) / counts.rw;
        TRY(territory::add(tx, world.city.id, region_of(world, territory::Level::Rw, rw_code, kelurahan.code, territory::short_name(territory::Level::Rw, rw_code, ""), from)));
        Rw made {.code = rw_code, .kelurahan = kelurahan.code, .pokmas_name = fmt::format("Pokmas {} RW {:02} (contoh)", kelurahan.name, rw + 1)};
        for (int rt = 0; rt < behind - first; ++rt) {
            auto const code = fmt::format("{}.{:03}", rw_code, rt + 1);
            auto region = region_of(world, territory::Level::Rt, code, rw_code, territory::short_name(territory::Level::Rt, code, ""), from);
            region.households = world.random.between(28, 62);
            TRY(territory::add(tx, world.city.id, region));
            made.rts.push_back({code, region.id});
        }
        kelurahan.rws.push_back(std::move(made));
    }
    return Done {};
}

Result<void> add_all_regions(World& world, db::WriteTx& tx)
{
    auto const official = territory::official_regions(world.city.code);
    auto const from = Date::of(world.options.first_year, 1, 1).value();
    int left = world.options.units - 6; // six are kept for the home kelurahan
    world.kelurahan.clear();
    for (auto const& entry : official) {
        auto const level = territory::PlaceCode::parse(entry.code)->level;
        auto region = region_of(world, level, std::string(entry.code), territory::PlaceCode::parse(entry.code)->parent(), std::string(entry.name), from);
        region.latitude_e6 = entry.latitude_e6;
        region.longitude_e6 = entry.longitude_e6;
        TRY(territory::add(tx, world.city.id, region));
        if (level != territory::Level::Kelurahan)
            continue;
        int home_share = 6;
        auto const counts = counts_of(entry, world.options, world.home, entry.code == world.home ? home_share : left);
        if (counts.rt == 0)
            continue;
        Kelurahan kelurahan {std::string(entry.code), std::string(entry.name), {}};
        TRY(add_rws(world, tx, kelurahan, counts, from));
        world.kelurahan.push_back(std::move(kelurahan));
    }
    return Done {};
}

/// Makes persons with an account and a role, one after the other, in one transaction.
class People {
public:
    People(World& world, db::WriteTx& tx, operations::Context& context, std::map<std::string, std::string> hashes)
        : m_world(world), m_tx(tx), m_context(context), m_hashes(std::move(hashes))
    {
    }

    Result<PersonId> person(std::string_view region, bool civil_servant)
    {
        PersonId const id(m_context.next_id());
        auto const nth = m_world.people++;
        TRY(identity::add_person(m_tx, m_context, {.id = id, .name = person_name(m_world.random), .phone = phone_number(nth), .nik = {}, .nip = civil_servant ? nip_number(nth) : "", .region = std::string(region), .example = true}));
        return id;
    }

    /// A login such as "lurah" at home and "lurah-35720310" elsewhere; only home's accounts have a password.
    Result<void> account(PersonId person, std::string const& role, std::string_view place, std::string login)
    {
        auto const hash = m_hashes.find(login);
        TRY(identity::add_user(m_tx, m_context, {.id = UserId(m_context.next_id()), .person = person, .login = login, .password_hash = hash == m_hashes.end() ? "" : hash->second}));
        m_world.logins[role + " " + std::string(place)] = std::move(login);
        return Done {};
    }

    Result<void> grant(PersonId person, std::string const& role, std::string_view place, std::string const& pokmas = {})
    {
        auto const from = m_context.today;
        TRY(identity::add_grant(m_tx, m_context, {.id = m_context.next_id(), .person = person, .role = role, .place = std::string(place), .pokmas = pokmas, .decree = fmt::format("CONTOH/{}/{}", role, from.year()), .from = from, .until = std::nullopt}));
        return Done {};
    }

    Result<PersonId> officer(std::string const& role, std::string_view place, std::string login, bool civil_servant)
    {
        auto const id = TRY(person(place, civil_servant));
        TRY(account(id, role, place, std::move(login)));
        TRY(grant(id, role, place));
        return id;
    }

private:
    World& m_world;
    db::WriteTx& m_tx;
    operations::Context& m_context;
    std::map<std::string, std::string> m_hashes;
};

std::string digits_of(std::string_view code)
{
    std::string digits;
    std::ranges::copy_if(code, std::back_inserter(digits), [](char c) { return c != '.'; });
    return digits;
}

std::string login_for(World const& world, std::string const& role, std::string_view place)
{
    // At home the short names: the kecamatan, the RW 001 and the RT 001 of the home kelurahan lend theirs.
    auto const at_home = place == world.home || place == world.home + ".001" || place == world.home + ".001.001" || world.home.starts_with(std::string(place) + ".");
    return at_home ? role : role + "-" + digits_of(place);
}

constexpr std::string_view city_roles[] {"admin", "walikota", "tapem", "bappeda", "bkd", "inspektorat", "dprd", "dinas", "perizinan"};
constexpr std::string_view kelurahan_roles[] {"lurah", "sekkel", "pptk", "bendahara_kelurahan", "operator", "pendamping", "lpmk"};
constexpr std::string_view pokmas_roles[] {"pokmas_ketua", "pokmas_sekretaris", "pokmas_bendahara", "pokmas_pengawas"};

bool is_civil_servant(std::string_view role)
{
    auto const* known = identity::find_role(role);
    return known && known->civil_servant;
}

Result<void> add_city_offices(World& world, People& people)
{
    for (auto const role : city_roles)
        TRY(people.officer(std::string(role), world.city.code, std::string(role), is_civil_servant(role)));
    // Who puts in does not release: Bagian Pemerintahan has two persons.
    auto const second = TRY(people.person(world.city.code, true));
    TRY(people.account(second, "tapem2", world.city.code, "tapem2"));
    TRY(people.grant(second, "tapem", world.city.code));
    std::set<std::string> kecamatan;
    for (auto const& kelurahan : world.kelurahan)
        kecamatan.insert(territory::PlaceCode::parse(kelurahan.code).value().parent());
    for (auto const& code : kecamatan)
        TRY(people.officer("camat", code, login_for(world, "camat", code), true));
    return Done {};
}

Result<void> add_kelurahan_offices(World& world, People& people, Kelurahan& kelurahan)
{
    for (auto const role : kelurahan_roles)
        TRY(people.officer(std::string(role), kelurahan.code, login_for(world, std::string(role), kelurahan.code), is_civil_servant(role)));
    for (auto& rw : kelurahan.rws) {
        for (auto const role : pokmas_roles) {
            auto const id = TRY(people.person(rw.code, false));
            TRY(people.account(id, std::string(role), rw.code, login_for(world, std::string(role), rw.code)));
            rw.officers[std::string(role)] = id;
        }
        TRY(people.officer("ketua_rw", rw.code, login_for(world, "ketua_rw", rw.code), false));
        for (auto const& rt : rw.rts)
            TRY(people.officer("ketua_rt", rt.code, login_for(world, "ketua_rt", rt.code), false));
    }
    return Done {};
}

/// Who leads courses, who asks in surveys, and where there are no businesses the owner of the sign-in page: else somebody who is recorded with one gets that account.
Result<void> add_market_offices(World& world, People& people)
{
    for (auto const& kelurahan : world.kelurahan)
        world.facilitators[kelurahan.code] = TRY(people.officer("fasilitator", kelurahan.code, login_for(world, "fasilitator", kelurahan.code), false));
    world.interviewers.clear();
    for (std::string const login : {"pewawancara", "pewawancara2", "pewawancara3"}) {
        auto const id = TRY(people.person(world.city.code, false));
        TRY(people.account(id, login, world.city.code, login));
        TRY(people.grant(id, "pewawancara", world.city.code));
        world.interviewers.emplace_back(login, id);
    }
    if (!world.options.market)
        TRY(people.officer("umkm", world.home, "umkm", false));
    return Done {};
}

} // namespace

Result<void> make_regions(World& world)
{
    world.home = middle_of(territory::official_regions(world.city.code));
    return db::write(world.services.db, world.city.id, [&](db::WriteTx& tx) { return add_all_regions(world, tx); });
}

Result<void> make_people(World& world)
{
    auto const hashes = example_password_hashes(world);
    auto const actor = identity::system_actor(world.city.id, {});
    auto const from = Instant::start_of(Date::of(world.options.first_year, 1, 2).value(), world.services.zone);
    auto const counted = world.people;
    auto context = context_of(world, actor, from);
    return db::write(world.services.db, world.city.id, [&](db::WriteTx& tx) -> Result<void> {
        world.people = counted; // the work may run twice
        context.ids_drawn = 0;
        People people(world, tx, context, hashes);
        TRY(add_city_offices(world, people));
        for (auto& kelurahan : world.kelurahan)
            TRY(add_kelurahan_offices(world, people, kelurahan));
        // The years begin with the same chances whoever is there for the market side.
        auto const chances = world.random;
        TRY(add_market_offices(world, people));
        world.random = chances;
        return Done {};
    });
}

Result<void> open_account_of_owner(World& world, PersonId person)
{
    auto const actor = identity::system_actor(world.city.id, {});
    auto context = context_of(world, actor, Instant::start_of(Date::of(world.options.first_year, 6, 1).value(), world.services.zone));
    auto const hash = secrets::hash_password(example_password);
    return db::write(world.services.db, world.city.id, [&](db::WriteTx& tx) -> Result<void> {
        context.ids_drawn = 0;
        People people(world, tx, context, {{"umkm", hash}});
        TRY(people.account(person, "umkm", world.home, "umkm"));
        return people.grant(person, "umkm", world.home);
    });
}

Result<void> appoint_officers(World& world, Date from)
{
    auto const actor = identity::system_actor(world.city.id, {});
    auto context = context_of(world, actor, Instant::start_of(from, world.services.zone));
    return db::write(world.services.db, world.city.id, [&](db::WriteTx& tx) -> Result<void> {
        context.ids_drawn = 0;
        People people(world, tx, context, {});
        for (auto const& kelurahan : world.kelurahan)
            for (auto const& rw : kelurahan.rws)
                for (auto const& [role, person] : rw.officers)
                    TRY(people.grant(person, role, rw.code, rw.pokmas));
        return Done {};
    });
}

} // namespace rtkeren::simulation
