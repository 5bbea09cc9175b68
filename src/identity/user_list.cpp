#include "identity/user_list.hpp"
#include "identifiers/contact.hpp"
#include "identity/identity.hpp"
#include "identity/pages.hpp"
#include "identity/sql.hpp"
#include "language/language.hpp"
#include "secrets/secrets.hpp"
#include "territory/territory.hpp"

#include <map>

namespace rtkeren::identity {

namespace {

/// Positions in list_users.sql.
enum UserColumn : std::size_t {
    ColumnId = 1,
    ColumnName,
    ColumnUser,
    ColumnPerson,
    ColumnLogin,
    ColumnPhone,
    ColumnRole,
    ColumnPlace,
    ColumnFrom,
    ColumnUntil,
    ColumnSignedIn,
    ColumnState
};

std::vector<tables::Choice> role_choices()
{
    std::vector<tables::Choice> choices;
    for (auto const& role : roles())
        choices.push_back({role.key, role_label(role.key)});
    return choices;
}

std::vector<tables::Choice> state_choices()
{
    return {{"active", tr("Berlaku")}, {"acting", tr("Pelaksana")}, {"awaiting", tr("Menunggu konfirmasi")}, {"future", tr("Belum mulai")},
        {"no_password", tr("Belum pernah masuk")}, {"disabled", tr("Akun ditutup")}};
}

tables::TableSpec users_spec(std::vector<tables::Choice> kelurahan)
{
    using tables::Kind;
    return {.path = "/pengguna",
        .columns = {{.key = "name", .label = TR_NOOP("Nama"), .sort = "name_fold", .width = 28},
            {.key = "office", .label = TR_NOOP("Jabatan"), .sort = "role", .width = 32},
            {.key = "login", .label = TR_NOOP("Nama pengguna"), .hide_on_phone = true}, {.key = "phone", .label = TR_NOOP("Telepon"), .hide_on_phone = true},
            {.key = "from", .label = TR_NOOP("Mulai"), .kind = Kind::Date, .sort = "valid_from", .hide_on_phone = true},
            {.key = "until", .label = TR_NOOP("Sampai"), .kind = Kind::Date, .sort = "valid_until", .hide_on_phone = true},
            {.key = "signed_in_at", .label = TR_NOOP("Terakhir masuk"), .kind = Kind::Instant, .sort = "signed_in_at"},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge}},
        .filters = {{"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}, {"jabatan", TR_NOOP("Jabatan"), "role", role_choices()}, {"keadaan", TR_NOOP("Keadaan"), "state", state_choices()}},
        .search = true,
        .default_sort = "name"};
}

tables::Cell state_cell(std::string const& state)
{
    for (auto const& choice : state_choices())
        if (choice.value == state)
            return tables::Cell(choice.label)
                .tone(state == "active"       ? tables::Tone::Ok
                        : state == "disabled" ? tables::Tone::No
                        : state == "awaiting" ? tables::Tone::Warn
                                              : tables::Tone::Info);
    return {};
}

/// The same office stands in many rows of an export: each place is read once.
class OfficeNames {
public:
    OfficeNames(db::ReadTx& tx, CityId city)
        : m_tx(tx)
        , m_city(city)
    {
    }
    Result<std::string> of(db::Row const& row)
    {
        if (row.is_null(ColumnRole))
            return std::string {};
        auto const key = row.text(ColumnRole) + '\n' + row.text(ColumnPlace);
        auto const found = m_names.find(key);
        if (found != m_names.end())
            return found->second;
        auto name = TRY(office_label(m_tx, m_city, row.text(ColumnRole), row.text(ColumnPlace)));
        return m_names.emplace(key, std::move(name)).first->second;
    }

private:
    db::ReadTx& m_tx;
    CityId m_city;
    std::map<std::string, std::string> m_names;
};

/// For who sees more than one.
Result<std::vector<tables::Choice>> kelurahan_choices(Services& services, db::ReadTx& tx, Actor const& actor)
{
    std::vector<tables::Choice> choices;
    for (auto const& region : TRY(territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today())))
        if (may(actor, "identity.users", region.code))
            choices.push_back({region.code, region.name});
    return choices.size() > 1 ? std::move(choices) : std::vector<tables::Choice> {};
}

Result<tables::Table> users_table(Services& services, db::ReadTx& tx, std::string const& scope, tables::TableSpec const& spec, tables::ListRequest const& request)
{
    auto page = TRY(tables::fetch_rows(tx, sql::list_users, request, spec, services.city, services.today(), scope));
    auto table = tables::table_of(spec, request, page);
    table.title = tr("Pengguna dan jabatan");
    table.zone = services.zone;
    table.empty_title = tr("Tidak ada yang cocok");
    table.empty_text = tr("Ubah pencarian, atau catat orang baru.");
    OfficeNames offices(tx, services.city);
    for (auto const& row : page.rows) {
        auto office = TRY(offices.of(row));
        auto const phone = masked_phone(services, row.text(ColumnPerson), row.is_null(ColumnPhone) ? std::string {} : row.text(ColumnPhone));
        table
            .add({row.text(ColumnName), office, row.text(ColumnLogin), phone, row.maybe_date(ColumnFrom), row.maybe_date(ColumnUntil),
                row.maybe_instant(ColumnSignedIn), state_cell(row.text(ColumnState))})
            .at("/pengguna/" + row.text(ColumnUser))
            .named(row.text(ColumnUser))
            .key("person", row.text(ColumnPerson))
            .key("grant", row.is_null(ColumnRole) ? std::string {} : row.text(ColumnId));
    }
    return table;
}

Result<http::Response> show_users(Services& services, http::Exchange& exchange)
{
    auto const scope = users_scope(exchange.actor());
    auto const spec = users_spec(TRY(db::read(services.db, [&](db::ReadTx& tx) { return kelurahan_choices(services, tx, exchange.actor()); })));
    auto const fetch
        = [&](tables::ListRequest const& request) { return db::read(services.db, [&](db::ReadTx& tx) { return users_table(services, tx, scope, spec, request); }); };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    auto frame = screens::frame(services, exchange, tr("Pengguna"));
    frame.help = tr("Cari nama, atau saring menurut jabatan. Tekan satu baris untuk melihat orangnya, memberi jabatan, atau membuat slip baru.");
    return screens::show(UsersPage {std::move(frame), std::move(answer.html)});
}

} // namespace

std::string users_scope(Actor const& actor)
{
    std::optional<std::string> widest;
    for (auto const& grant : actor.grants) {
        auto const enters = std::ranges::binary_search(grant.permissions, "identity.users");
        if (enters && (!widest || grant.place.size() < widest->size()))
            widest = grant.place;
    }
    if (!widest)
        return "-"; // nowhere
    return covers_place(*widest, "") ? std::string {} : *widest + ".";
}

std::string unsealed(Services const& services, std::string_view column, std::string const& person, std::string const& sealed)
{
    if (sealed.empty())
        return {};
    auto plain = services.keys.unseal({"identity_person", column, person}, sealed);
    return plain.ok() ? *plain : std::string {};
}

std::string masked_phone(Services const& services, std::string const& person, std::string const& sealed)
{
    auto const phone = unsealed(services, "phone", person, sealed);
    return phone.empty() ? std::string {} : identifiers::mask_phone(phone);
}

http::Route user_list_route(Services& services)
{
    return {http::Method::Get, "/pengguna", "identity.users", screens::page(services, show_users), "Users and their offices"};
}

} // namespace rtkeren::identity
