#include "enterprise/claim.hpp"
#include "enterprise/pages_room.hpp"

#include "enterprise/sql.hpp"
#include "identifiers/contact.hpp"
#include "identity/persons.hpp"
#include "identity/slip_pages.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"

#include <algorithm>

/// Claims of owners for the office: beside the businesses that they may mean.
namespace rtkeren::enterprise {
namespace {

/// Columns of the list query.
struct ClaimColumn {
    enum : std::size_t { ClaimedAt, RowId, ClaimName, NameFold, ClaimBusinessName, ClaimActivity, Kelurahan, StateName, Due, RecordedBefore, DecidedBy };
};

std::string claim_state_label(std::string_view state) { return tr(claim_machine().state(state)->label.data()); }

tables::TableSpec claims_spec(std::vector<tables::Choice> kelurahan)
{
    using tables::Kind;
    std::vector<tables::Choice> state_choices;
    for (auto const& state : claim_machine().states)
        state_choices.push_back({std::string(state.name), claim_state_label(state.name)});
    return {.path = "/umkm/klaim",
        .columns = {{.key = "business", .label = TR_NOOP("Usaha"), .sort = "business_name", .width = 26}, {.key = "name", .label = TR_NOOP("Nama"), .sort = "name_fold", .width = 24},
            {.key = "activity", .label = TR_NOOP("Kegiatan"), .sort = "activity", .hide_on_phone = true}, {.key = "place", .label = TR_NOOP("Kelurahan"), .sort = "kelurahan"},
            {.key = "recorded_before", .label = TR_NOOP("Katanya pernah didata"), .sort = "recorded_before", .hide_on_phone = true},
            {.key = "claimed_at", .label = TR_NOOP("Didaftarkan"), .kind = Kind::Instant, .sort = "claimed_at"}, {.key = "due", .label = TR_NOOP("Tenggat"), .kind = Kind::Date, .sort = "due"},
            {.key = "state", .label = TR_NOOP("Keadaan"), .kind = Kind::Badge, .sort = "state"}, {.key = "decided_by", .label = TR_NOOP("Diputuskan oleh"), .sort = "decided_by_name", .hide_on_phone = true}},
        .filters = {{"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}, {"keadaan", TR_NOOP("Keadaan"), "state", std::move(state_choices)}},
        .search = true,
        .default_sort = "-claimed_at"};
}

tables::Tone claim_tone(std::string_view state) { return state == "confirmed" ? tables::Tone::Ok : state == "submitted" ? tables::Tone::Warn : tables::Tone::None; }

Result<http::Response> get_claims(Services& services, http::Exchange& exchange)
{
    auto const r = reach_of(exchange.actor(), "enterprise.confirm");
    auto kelurahan = TRY(kelurahan_choices(services, exchange.actor()));
    auto const spec = claims_spec(kelurahan);
    auto const fetch = [&](tables::ListRequest const& request) -> Result<tables::Table> {
        auto const rows = TRY(db::read(services.db, [&](db::ReadTx& tx) {
            return tables::fetch_rows(tx, sql::list_claims, request, spec, services.city, r[0].first, r[0].second, r[1].first, r[1].second, r[2].first, r[2].second, r[3].first, r[3].second);
        }));
        auto table = tables::table_of(spec, request, rows);
        table.title = tr("Pendaftaran usaha");
        table.zone = services.zone;
        table.filename = "pendaftaran-usaha";
        table.empty_title = tr("Di sini nanti pendaftaran pemilik usaha");
        table.empty_text = tr("Pemilik mendaftar sendiri di halaman Daftarkan usaha, lalu datang dengan KTP.");
        for (auto const& row : rows.rows) {
            auto const place = std::ranges::find(kelurahan, row.text(ClaimColumn::Kelurahan), &tables::Choice::value);
            table
                .add({row.text(ClaimColumn::ClaimBusinessName), row.text(ClaimColumn::ClaimName), row.text(ClaimColumn::ClaimActivity), place == kelurahan.end() ? row.text(ClaimColumn::Kelurahan) : place->label,
                    row.text(ClaimColumn::RecordedBefore) == "yes" ? tr("ya") : tr("tidak"), row.instant(ClaimColumn::ClaimedAt), row.maybe_date(ClaimColumn::Due), tables::Cell(claim_state_label(row.text(ClaimColumn::StateName))).tone(claim_tone(row.text(ClaimColumn::StateName))),
                    row.text(ClaimColumn::DecidedBy)})
                .at("/umkm/klaim/" + row.text(ClaimColumn::RowId))
                .named(row.text(ClaimColumn::RowId));
        }
        return table;
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    ClaimListPage page {screens::frame(services, exchange, tr("Pendaftaran usaha"), {{"/umkm", tr("UMKM")}, {"", tr("Pendaftaran usaha")}}), std::move(answer.html)};
    return screens::show(page);
}

std::string reasons_words(std::vector<std::string> const& reasons)
{
    std::string text;
    for (auto const& reason : reasons)
        text += (text.empty() ? "" : ", ") + choice_label("like", reason);
    return text;
}

Result<void> add_candidates(db::ReadTx& tx, Services& services, Actor const& actor, Claim const& claim, ClaimPage& page)
{
    auto const found = TRY(candidates_of(tx, services, actor, claim));
    for (auto const& candidate : found.here) {
        auto const card = TRY(identity::person_card(tx, services, candidate.business.owner));
        auto place = TRY(place_words(tx, services.city, candidate.business.region));
        page.candidates.push_back({candidate.business.id.str(), candidate.business.name, card.name, card.phone, candidate.business.activity, std::move(place), href_of(candidate.business.id),
            reasons_words(candidate.reasons), choice_label("standing", candidate.business.confirmed ? "confirmed" : "entered")});
    }
    if (found.elsewhere > 0)
        page.note = tr("{count:n} usaha dengan telepon yang sama tercatat di luar wilayah Anda. Tanyakan kepada Dinas sebelum mencatat yang baru.", {{"count", std::to_string(found.elsewhere)}});
    auto const others = TRY(tx.run(sql::other_claims_of_phone, services.city, claim.phone_lookup, claim.id));
    for (auto const& row : others)
        page.facts.push_back({tr("Pendaftaran lain nomor ini"), row.text(1) + ", " + format_date(row.instant(3).date_in(services.zone), language::current())});
    return Done {};
}

/// Where a new business may stand: the kelurahan of the claim and its RT.
Result<std::vector<html::Option>> rt_options(db::ReadTx& tx, Services& services, std::string const& kelurahan)
{
    std::vector<html::Option> options;
    auto const rts = TRY(territory::regions(tx, services.city, territory::Level::Rt, kelurahan, services.today()));
    for (auto const& rt : rts)
        options.push_back({rt.code, territory::short_name(rt.level, rt.code, rt.name)});
    return options;
}

std::string claim_event_label(std::string_view event)
{
    if (event == workflow::started)
        return tr("Didaftarkan");
    auto const& rows = claim_machine().transitions;
    auto const found = std::ranges::find(rows, event, &workflow::TransitionRow::event);
    return found == rows.end() ? std::string(event) : tr(found->label.data());
}

Result<ClaimPage> read_claim_page(db::ReadTx& tx, Services& services, http::Exchange const& exchange)
{
    auto const& actor = exchange.actor();
    auto const claim = TRY(claim_in_reach(tx, actor, exchange.parameter("id")));
    auto const item = TRY(workflow::find(tx, services.city, claim_machine().name, claim.id.ulid()));
    ClaimPage page;
    page.base = href_of(claim.id);
    page.name = claim.business_name;
    page.state = claim_state_label(item.state);
    page.tone = std::string(tables::name_of(claim_tone(item.state)));
    page.open = item.state == "submitted";
    if (item.due)
        page.due = tr("Tenggat {day:date}", {{"day", item.due->iso()}});
    auto place = TRY(place_words(tx, services.city, claim.region));
    page.facts = {{tr("Nama"), claim.name}, {tr("Telepon"), identifiers::mask_phone(claim_phone(services, claim))}, {tr("Usaha"), claim.business_name}, {tr("Kegiatan"), claim.activity},
        {tr("Tempat usaha"), choice_label("place_kind", claim.place_kind)}, {tr("Kelurahan"), std::move(place)}, {tr("Katanya pernah didata"), claim.recorded_before ? tr("ya") : tr("tidak")},
        {tr("Setuju didata"), format_date(claim.consent_on, language::current())}};
    if (!claim.note.empty())
        page.facts.push_back({tr("Catatan untuk petugas"), claim.note});
    if (page.open)
        TRY(add_candidates(tx, services, actor, claim, page));
    page.decided = claim.decided_reason;
    if (claim.business)
        page.business_href = href_of(*claim.business);
    page.no_nik = options_of<NoNik>("no_nik");
    page.places = TRY(rt_options(tx, services, claim.kelurahan));
    auto const history = TRY(workflow::history(tx, services.city, claim_machine().name, claim.id.ulid()));
    for (auto row = history.rbegin(); row != history.rend(); ++row)
        page.history.push_back({row->at.iso(), moment(services, row->at), claim_event_label(row->event), row->person.is_none() ? tr("pemilik") : row->actor_name, row->reason});
    auto const last = claim.claimed_at.date_in(services.zone).plus_days(claim_days);
    page.may_expire = page.open && services.today() > last;
    return page;
}

Result<http::Response> show_claim(Services& services, http::Exchange const& exchange, html::FormState form)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_claim_page(tx, services, exchange); }));
    page.form = std::move(form);
    page.frame = screens::frame(services, exchange, page.name, {{"/umkm", tr("UMKM")}, {"/umkm/klaim", tr("Pendaftaran usaha")}, {"", page.name}});
    return screens::show(page);
}

Result<http::Response> get_claim(Services& services, http::Exchange& exchange) { return show_claim(services, exchange, screens::fresh_form(services)); }

/// With a slip the answer is the paper itself: its code is shown here and nowhere else.
Result<http::Response> with_slip(Services& services, http::Exchange& exchange, std::string_view name, boost::json::object const& extra, screens::Again const& again)
{
    auto const* operation = screens::registry().find(name);
    CHECK(operation != nullptr);
    auto input = operations::object_of_form(exchange.request.form);
    for (auto const& [key, value] : extra)
        input[key] = value;
    auto const answer = operations::run(services, exchange.actor(), *operation, input);
    auto const has_slip = answer.ok() && !exchange.request.wants_json && !answer->data.at("slips").as_array().empty();
    if (has_slip)
        return identity::slips_page(services, exchange, *answer, answer->href);
    return screens::submit(services, exchange, name, extra, again); // already answered, refused, or without a slip
}

Result<http::Response> post_confirm(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"claim", exchange.parameter("id")}};
    return with_slip(services, exchange, "enterprise.confirm_claim", extra, [&](html::FormState const& refused, Error const&) { return show_claim(services, exchange, refused); });
}

template<char const* operation>
Result<http::Response> post_end(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"claim", exchange.parameter("id")}};
    return screens::submit(services, exchange, operation, extra, [&](html::FormState const& refused, Error const&) { return show_claim(services, exchange, refused); });
}
constexpr char refuse_operation[] = "enterprise.refuse_claim";
constexpr char expire_operation[] = "enterprise.expire_claim";

Result<http::Response> post_account(Services& services, http::Exchange& exchange)
{
    boost::json::object const extra {{"business", exchange.parameter("id")}};
    return with_slip(services, exchange, "enterprise.open_account", extra, [&](html::FormState const& refused, Error const&) { return show_business(services, exchange, refused); });
}

} // namespace

std::vector<http::Route> claim_office_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/umkm/klaim", "enterprise.confirm", screens::page(services, get_claims), "Registrations of owners that wait for who sees the KTP"},
        {Get, "/umkm/klaim/{id}", "enterprise.confirm", screens::page(services, get_claim), "A registration beside the businesses that it may mean"},
        {Post, "/umkm/klaim/{id}/terima", "enterprise.confirm", screens::page(services, post_confirm), "Confirm a registration and print the slip"},
        {Post, "/umkm/klaim/{id}/tolak", "enterprise.confirm", screens::page(services, post_end<refuse_operation>), "Refuse a registration"},
        {Post, "/umkm/klaim/{id}/lewat", "enterprise.confirm", screens::page(services, post_end<expire_operation>), "End a registration for which nobody came"},
        {Post, "/umkm/{id}/akun", "enterprise.confirm", screens::page(services, post_account), "Open the account of a confirmed business's owner and print the slip"},
    };
}

} // namespace rtkeren::enterprise
