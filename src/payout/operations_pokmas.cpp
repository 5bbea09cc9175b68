#include "evidence/evidence.hpp"
#include "identity/identity.hpp"
#include "identity/persons.hpp"
#include "payout/operations.hpp"
#include "payout/sql.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>

namespace rtkeren::payout {

namespace {

using workflow::name_of;

/// Somebody known, or a new person with the name that was typed.
Result<PersonId> person_of(db::WriteTx& tx, Context& context, OfficerInput const& input, std::string_view place, std::string const& field)
{
    if (input.person) {
        TRY(identity::person_name(tx, context.city, *input.person));
        return *input.person;
    }
    if (input.name.empty())
        return Error::field(field + ".name", "required");
    auto const id = context.next<PersonId>();
    auto added = identity::add_person(tx, context,
        { .id = id,
            .name = input.name.str(),
            .phone = input.phone.str(),
            .nik = {},
            .nip = {},
            .region = std::string(place),
            .example = context.services.example });
    if (!added.ok() && added.error().kind == ErrorKind::Invalid)
        return Error::field(field + ".phone", added.error().code);
    TRY(added);
    return id;
}

/// Offices of which roles.toml says that one person alone holds them. payout.officer_taken {position}
Result<void> check_singles(std::vector<std::pair<Position, PersonId>> const& chosen, std::string const& field)
{
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        auto const* role = identity::find_role("pokmas_" + std::string(name_of(chosen[i].first)));
        auto const before = chosen.begin() + std::ptrdiff_t(i);
        if (role != nullptr && role->single && std::ranges::find(chosen.begin(), before, chosen[i].first, &std::pair<Position, PersonId>::first) != before)
            return Error::field(field, "payout.officer_taken", {}, { { "position", label_of(chosen[i].first) } });
    }
    return Done {};
}

enum class Officers : std::uint8_t { Whole, Coming };

/// Chair, secretary and treasurer are there, unless they are still coming, and chair and treasurer are two persons.
Result<void> check_officers(std::vector<std::pair<Position, PersonId>> const& chosen, Officers extent = Officers::Whole)
{
    auto holder = [&](Position position) { return std::ranges::find(chosen, position, &std::pair<Position, PersonId>::first); };
    for (auto const needed : { Position::Ketua, Position::Sekretaris, Position::Bendahara })
        if (holder(needed) == chosen.end() && extent == Officers::Whole)
            return Error::field("officers", "payout.officer_missing", {}, { { "position", std::string(name_of(needed)) } });
    auto const is_led = holder(Position::Ketua) != chosen.end() && holder(Position::Bendahara) != chosen.end();
    if (is_led && holder(Position::Ketua)->second == holder(Position::Bendahara)->second)
        return Error::field("officers", "payout.officer_double");
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (std::ranges::find(chosen.begin() + std::ptrdiff_t(i) + 1, chosen.end(), chosen[i]) != chosen.end())
            return Error::field("officers." + std::to_string(i) + ".person", "payout.officer_twice");
    return Done {};
}

} // namespace

Result<void> write_officers(db::WriteTx& tx, Context& context, PokmasId pokmas, std::string_view place, std::vector<OfficerInput> const& inputs)
{
    std::vector<std::pair<Position, PersonId>> chosen;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto person = TRY(person_of(tx, context, inputs[i], place, "officers." + std::to_string(i)));
        chosen.emplace_back(inputs[i].position, person);
    }
    TRY(check_officers(chosen));
    TRY(check_singles(chosen, "officers"));
    std::vector<std::array<db::Parameter, 5>> rows;
    for (auto const& [position, person] : chosen)
        rows.push_back({ context.city, pokmas, name_of(position), person, context.today });
    TRY(tx.run_rows<5>(sql::insert_officers, rows));
    return Done {};
}

namespace {

workflow::Deadline until(Date day)
{
    return [day](Date, int, workflow::Days) { return day; };
}

Result<Answer> advance_pokmas(
    db::WriteTx& tx, Context& context, Pokmas const& pokmas, PokmasEvent event, workflow::Step const& step, std::string_view operation)
{
    auto advanced = TRY(workflow::advance(tx, context, pokmas_machine(), pokmas.id.ulid(), event, step));
    TRY(note(tx, context, { operation, "pokmas", pokmas.id.str(), pokmas.place, { { "from", advanced.from }, { "to", advanced.to } }, step.reason }));
    return Answer { pokmas.id.str(), href_of_pokmas(pokmas.id), "payout.pokmas_" + advanced.to, { { "pokmas", pokmas.name } } };
}

} // namespace

Result<std::vector<std::string>> check_rws(
    db::ReadTx& tx, CityId city, std::string_view kelurahan, std::vector<std::string> const& codes, std::string_view field)
{
    std::vector<std::string> rws;
    for (auto const& code : codes) {
        auto place = territory::PlaceCode::parse(code);
        if (!place.ok())
            return Error::field(std::string(field), "place.format", code);
        if (place->kelurahan() != kelurahan)
            return Error::field(std::string(field), "payout.rw_outside", code);
        if (std::ranges::find(rws, place->text) != rws.end())
            continue;
        auto region = territory::find(tx, city, place->text);
        if (!region.ok())
            return Error::field(std::string(field), region.error().code, code);
        auto served = TRY(tx.run(sql::pokmas_of_rw, city, place->text));
        if (!served.empty())
            return Error::field(std::string(field), "payout.rw_served", code, { { "pokmas", served.front().text(1) } });
        rws.push_back(place->text);
    }
    std::ranges::sort(rws);
    return rws;
}

Result<void> add_pokmas(db::WriteTx& tx, Context& context, NewPokmas const& pokmas)
{
    auto const& place = pokmas.rws.front();
    TRY(tx.run(sql::insert_pokmas, context.city, pokmas.id, pokmas.name, fold(pokmas.name), pokmas.kelurahan, place, pokmas.address, fold(pokmas.address),
        pokmas.minutes, pokmas.decree, pokmas.decree_on, pokmas.decree_until, context.now, context.actor.user));
    std::vector<std::array<db::Parameter, 4>> services;
    for (auto const& rw : pokmas.rws)
        services.push_back({ context.city, pokmas.id, rw, context.today });
    TRY(tx.run_rows<4>(sql::insert_services, services));
    TRY(workflow::start(tx, context, pokmas_machine(),
        { .subject = pokmas.id.ulid(),
            .title = pokmas.name,
            .place = place,
            .pokmas = pokmas.id.str(),
            .state = name_of(pokmas.state),
            .evidence = pokmas.minutes }));
    return note(tx, context, { "payout.form_pokmas", "pokmas", pokmas.id.str(), place, { { "name", pokmas.name }, { "state", name_of(pokmas.state) } } });
}

Result<Answer> form_pokmas(db::WriteTx& tx, Context& context, FormPokmas const& input)
{
    auto kelurahan = territory::PlaceCode::parse(input.kelurahan.str());
    if (!kelurahan.ok() || kelurahan->level != territory::Level::Kelurahan)
        return Error::field("kelurahan", "place.format", input.kelurahan.str());
    std::vector<std::string> codes;
    for (auto const& rw : input.rws)
        codes.push_back(rw.str());
    if (!may(context.actor, "payout.manage", kelurahan->text))
        return Error::forbidden("operation.not_allowed");
    auto rws = TRY(check_rws(tx, context.city, kelurahan->text, codes, "rws"));
    NewPokmas const pokmas { .id = context.next<PokmasId>(),
        .name = input.name.str(),
        .kelurahan = kelurahan->text,
        .rws = std::move(rws),
        .address = input.address.str(),
        .minutes = input.minutes.str(),
        .decree = {},
        .decree_on = {},
        .decree_until = {} };
    TRY(add_pokmas(tx, context, pokmas));
    TRY(write_officers(tx, context, pokmas.id, pokmas.rws.front(), input.officers));
    Answer answer { pokmas.id.str(), href_of_pokmas(pokmas.id), "payout.pokmas_formed", { { "pokmas", pokmas.name } } };
    answer.data["pokmas"] = pokmas.id.text();
    auto written = TRY(payout::pokmas(tx, context.city, pokmas.id));
    answer.verdicts = TRY(doubles_of(tx, context.city, written));
    return answer;
}

Result<Answer> issue_decree(db::WriteTx& tx, Context& context, IssueDecree const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.decree", input.pokmas));
    if (input.decree_on > context.today)
        return Error::field("decree_on", "date.future", input.decree_on.iso(), { { "today", context.today.iso() } });
    if (input.decree_until <= context.today)
        return Error::field("decree_until", "payout.decree_over", input.decree_until.iso());
    auto verdicts = TRY(doubles_of(tx, context.city, pokmas));
    auto const is_first = pokmas.state == name_of(PokmasState::Formed);
    auto const event = is_first ? PokmasEvent::IssueDecree : PokmasEvent::Renew;
    workflow::Step step { .evidence = input.decree.str(), .version = input.version };
    if (!is_first)
        step.deadline = until(input.decree_until);
    auto answer = TRY(advance_pokmas(tx, context, pokmas, event, step, "payout.issue_decree"));
    TRY(tx.run(sql::set_decree, context.city, pokmas.id, input.decree, input.decree_on, input.decree_until));
    TRY(keep_decision(tx, context, pokmas.id.ulid(), "payout.issue_decree", 0, verdicts));
    answer.message = is_first ? "payout.decree_issued" : "payout.decree_renewed";
    answer.verdicts = std::move(verdicts);
    return answer;
}

Result<Answer> set_account(db::WriteTx& tx, Context& context, SetAccount const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.manage", input.pokmas));
    auto digits = TRY(parse_account(input.account_number.str(), "account_number"));
    auto const account = seal_account(context.services.keys, pokmas.id, digits);
    TRY(check_account(tx, context.city, pokmas.id, pokmas.name, input.account_holder.str(), account.lookup));
    auto answer = TRY(advance_pokmas(tx, context, pokmas, PokmasEvent::SetAccount, { .version = input.version }, "payout.set_account"));
    TRY(tx.run(sql::set_account, context.city, pokmas.id, input.bank, account.sealed, account.lookup, account.masked, input.account_holder));
    answer.message = "payout.account_set";
    return answer;
}

Result<Answer> verify_account(db::WriteTx& tx, Context& context, VerifyAccount const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.account", input.pokmas));
    if (pokmas.account_masked.empty())
        return Error::conflict("payout.no_account", { { "pokmas", pokmas.name } });
    auto answer = TRY(advance_pokmas(
        tx, context, pokmas, PokmasEvent::VerifyAccount, { .evidence = input.evidence.str(), .version = input.version }, "payout.verify_account"));
    TRY(tx.run(sql::set_verified, context.city, pokmas.id, context.today));
    if (input.file)
        TRY(evidence::attach(tx, context,
            { .subject_kind = "pokmas", .subject = pokmas.id.str(), .paper = "surat_bank", .sha256 = input.file->str(), .note = input.evidence.str() }));
    return answer;
}

Result<Answer> activate(db::WriteTx& tx, Context& context, StepPokmas const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.manage", input.pokmas));
    workflow::Step step { .version = input.version };
    if (pokmas.decree_until)
        step.deadline = until(*pokmas.decree_until);
    return advance_pokmas(tx, context, pokmas, PokmasEvent::Activate, step, "payout.activate");
}

Result<Answer> suspend(db::WriteTx& tx, Context& context, ReasonPokmas const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.decree", input.pokmas));
    return advance_pokmas(tx, context, pokmas, PokmasEvent::Suspend, { input.reason.str(), input.evidence.str(), input.version }, "payout.suspend");
}

Result<Answer> resume(db::WriteTx& tx, Context& context, ReasonPokmas const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.decree", input.pokmas));
    workflow::Step step { input.reason.str(), input.evidence.str(), input.version };
    if (pokmas.decree_until)
        step.deadline = until(*pokmas.decree_until);
    return advance_pokmas(tx, context, pokmas, PokmasEvent::Resume, step, "payout.resume");
}

Result<Answer> expire(db::WriteTx& tx, Context& context, ReasonPokmas const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.manage", input.pokmas));
    return advance_pokmas(tx, context, pokmas, PokmasEvent::Expire, { input.reason.str(), input.evidence.str(), input.version }, "payout.expire");
}

namespace {

/// Nothing is under way, nothing is held, nothing is owed.
Result<void> check_empty(db::ReadTx& tx, CityId city, Pokmas const& pokmas)
{
    auto open = TRY(tx.one("payout.no_pokmas", sql::open_tranches, city, pokmas.id));
    if (open.integer(0) > 0)
        return Error::conflict("payout.tranche_under_way", { { "pokmas", pokmas.name } });
    auto cash = TRY(ledger::cash_of(tx, city, pokmas.id));
    auto const held = cash.held() + cash.of(ledger::CashKind::Jalan);
    if (!held.is_zero() || !cash.owed().is_zero())
        return Error::conflict("payout.pokmas_has_money",
            { { "pokmas", pokmas.name }, { "held", std::to_string(held.value()) }, { "owed", std::to_string(cash.owed().value()) } });
    auto purses = TRY(ledger::purses_of_pokmas(tx, city, pokmas.id));
    for (auto const& purse : purses) {
        if (purse.state != ledger::PurseState::Open)
            continue;
        auto amounts = TRY(ledger::balance(tx, city, purse.id));
        if (!amounts.kontrak().is_zero())
            return Error::conflict("payout.contract_in_force", { { "pokmas", pokmas.name }, { "amount", std::to_string(amounts.kontrak().value()) } });
    }
    return Done {};
}

} // namespace

Result<Answer> dissolve(db::WriteTx& tx, Context& context, ReasonPokmas const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.decree", input.pokmas));
    TRY(check_empty(tx, context.city, pokmas));
    auto answer
        = TRY(advance_pokmas(tx, context, pokmas, PokmasEvent::Dissolve, { input.reason.str(), input.evidence.str(), input.version }, "payout.dissolve"));
    TRY(tx.run(sql::end_services, context.city, pokmas.id, context.today));
    TRY(tx.run(sql::end_officers, context.city, pokmas.id, context.today));
    return answer;
}

Result<Answer> replace_officer(db::WriteTx& tx, Context& context, ReplaceOfficer const& input)
{
    auto pokmas = TRY(allowed_pokmas(tx, context, "payout.manage", input.pokmas));
    if (input.on > context.today)
        return Error::field("on", "date.future", input.on.iso(), { { "today", context.today.iso() } });
    auto before = TRY(officers(tx, context.city, pokmas.id));
    std::vector<std::pair<Position, PersonId>> after;
    for (auto const& officer : before)
        if (officer.position != input.comes.position || (input.leaves && officer.person != *input.leaves))
            after.emplace_back(officer.position, officer.person);
    auto person = TRY(person_of(tx, context, input.comes, pokmas.place, "comes"));
    after.emplace_back(input.comes.position, person);
    // A group that came by a list without its officers gets them one after the other.
    TRY(check_officers(after, before.size() < 3 ? Officers::Coming : Officers::Whole));
    TRY(check_singles(after, "comes.position"));
    for (auto const& officer : before)
        if (officer.position == input.comes.position && (!input.leaves || officer.person == *input.leaves)) {
            TRY(tx.run(sql::end_officer, context.city, pokmas.id, officer.person, name_of(officer.position), input.on));
            TRY(identity::end_pokmas_office(tx, context, officer.person, "pokmas_" + std::string(name_of(officer.position)), pokmas.id.str(), pokmas.place, input.on));
        }
    TRY(tx.run(sql::put_officer, context.city, pokmas.id, name_of(input.comes.position), person, input.on));
    TRY(note(tx, context,
        { "payout.replace_officer", "pokmas", pokmas.id.str(), pokmas.place, { { "position", name_of(input.comes.position) } }, input.reason.str() }));
    Answer answer { pokmas.id.str(), href_of_pokmas(pokmas.id), "payout.officer_replaced", { { "pokmas", pokmas.name } } };
    answer.verdicts = TRY(doubles_of(tx, context.city, pokmas));
    return answer;
}

} // namespace rtkeren::payout
