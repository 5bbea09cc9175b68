#include "payout/parts.hpp"

#include "audit/audit.hpp"
#include "identity/identity.hpp"
#include "jobs/jobs.hpp"
#include "payout/sql.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>

namespace rtkeren::payout {

Result<void> allow(Context const& context, std::string_view permission, Pokmas const& pokmas)
{
    if (!may(context.actor, permission, pokmas.place, pokmas.id.text()))
        return Error::forbidden("operation.not_allowed");
    return Done {};
}

Result<Pokmas> allowed_pokmas(db::ReadTx& tx, Context const& context, std::string_view permission, PokmasId id)
{
    auto found = TRY(pokmas(tx, context.city, id));
    TRY(allow(context, permission, found));
    return found;
}

Result<void> check_active(Pokmas const& pokmas)
{
    if (pokmas.state != workflow::name_of(PokmasState::Active) || !pokmas.account_verified)
        return Error::conflict("payout.pokmas_not_active", { { "pokmas", pokmas.name }, { "state", pokmas.state } });
    return Done {};
}

ledger::Header header_of(Context& context, int year, Date on, std::string_view subject_kind, std::string subject, std::string text)
{
    return { .id = context.next<EntryId>(),
        .occurred_on = on,
        .recorded_at = context.now,
        .made_at = context.made_at,
        .actor = context.actor.user,
        .year = year,
        .subject_kind = std::string(subject_kind),
        .subject = std::move(subject),
        .text = std::move(text) };
}

Result<void> note(db::WriteTx& tx, Context const& context, Noted noted)
{
    auto summary = noted.summary;
    auto subject = noted.subject;
    TRY(audit::append(tx, context,
        { noted.operation, noted.subject_kind, std::move(noted.subject), std::move(noted.place), std::move(noted.summary), std::move(noted.reason) }));
    TRY(jobs::emit(tx, context, { std::string(noted.operation), std::move(subject), std::move(summary) }));
    return Done {};
}

std::string href_of_pokmas(PokmasId id) { return "/pokmas/" + id.str(); }
std::string href_of_contract(ContractId id) { return "/kontrak/" + id.str(); }
std::string href_of_tranche(TrancheId id) { return "/pencairan/" + id.str(); }

std::string title_of(Tranche const& tranche, Pokmas const& pokmas)
{
    auto title = "Pencairan termin " + std::to_string(tranche.number) + " " + pokmas.name + " " + std::to_string(tranche.year);
    if (tranche.supplement > 0)
        title += " (susulan " + std::to_string(tranche.supplement) + ")";
    return title;
}

namespace {

std::vector<std::string> words_of(std::string_view name)
{
    std::vector<std::string> words;
    std::string word;
    for (auto const c : fold(name) + " ") {
        auto const is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_word) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    std::erase(words, "pokmas");
    std::ranges::sort(words);
    return words;
}

/// One letter more, less or other.
bool is_one_letter_apart(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    auto const first = std::size_t(std::ranges::mismatch(a, b).in1 - a.begin());
    return a.size() == b.size() ? a.substr(std::min(first + 1, a.size())) == b.substr(std::min(first + 1, b.size())) : a.substr(first) == b.substr(first + 1);
}

bool is_same_word(std::string const& a, std::string const& b)
{
    constexpr std::size_t long_enough = 5;
    if (a == b)
        return true;
    auto const has_digit = [](std::string const& word) { return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }); };
    return a.size() >= long_enough && b.size() >= long_enough && !has_digit(a) && !has_digit(b) && is_one_letter_apart(a, b);
}

} // namespace

bool are_alike(std::string_view a, std::string_view b)
{
    auto const first = words_of(a);
    auto const second = words_of(b);
    return !first.empty() && std::ranges::equal(first, second, is_same_word);
}

std::string bare_name(std::string_view name)
{
    std::string bare;
    for (auto const c : fold(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            bare += c;
    return bare;
}

Result<std::vector<Verdict>> doubles_of(db::ReadTx& tx, CityId city, Pokmas const& pokmas)
{
    std::vector<Verdict> verdicts;
    auto warn = [&](std::string code, Arguments numbers) { verdicts.push_back({ std::move(code), Severity::Warn, {}, std::move(numbers) }); };
    auto elsewhere = TRY(tx.run(sql::officers_elsewhere, city, pokmas.id));
    for (auto const& row : elsewhere) {
        auto person = TRY(identity::person_name(tx, city, row.id<PersonId>(0)));
        warn("payout.officer_elsewhere", { { "person", person }, { "pokmas", row.text(3) }, { "position", row.text(1) }, { "other_position", row.text(4) } });
    }
    auto others = TRY(tx.run(sql::pokmas_names, city));
    auto const address = fold(pokmas.address);
    for (auto const& row : others) {
        if (row.id<PokmasId>(0) == pokmas.id)
            continue;
        if (are_alike(pokmas.name, row.text(1)))
            warn("payout.similar_name", { { "name", pokmas.name }, { "pokmas", row.text(1) } });
        if (!address.empty() && row.text(4) == pokmas.kelurahan && row.text(3) == address)
            warn("payout.same_address", { { "address", pokmas.address }, { "pokmas", row.text(1) } });
    }
    auto in_office = TRY(officers(tx, city, pokmas.id));
    for (auto const& one : in_office)
        for (auto const& other : in_office)
            if (one.person == other.person && one.position == Position::Pengawas && other.position == Position::Pelaksana) {
                auto person = TRY(identity::person_name(tx, city, one.person));
                warn("payout.watches_own_work", { { "person", person } });
            }
    return verdicts;
}

Result<std::string> parse_account(std::string_view typed, std::string_view field)
{
    constexpr std::size_t shortest = 6, longest = 20;
    std::string digits;
    for (auto const c : typed) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ' ' && c != '-' && c != '.')
            return Error::field(std::string(field), "payout.account_format");
    }
    if (digits.size() < shortest || digits.size() > longest)
        return Error::field(std::string(field), "payout.account_format");
    return digits;
}

SealedAccount seal_account(secrets::Keys const& keys, PokmasId id, std::string const& digits)
{
    auto const row = id.str();
    return { keys.seal({ "payout_pokmas", "account", row }, digits), keys.lookup("payout.account", digits), "••••" + digits.substr(digits.size() - 4) };
}

Result<void> check_account(
    db::ReadTx& tx, CityId city, PokmasId id, std::string_view name, std::string_view holder, std::string const& lookup, std::string_view prefix)
{
    if (bare_name(holder) != bare_name(name))
        return Error::field(std::string(prefix) + "account_holder", "payout.account_holder", std::string(holder), { { "pokmas", std::string(name) } });
    auto owner = TRY(tx.maybe(sql::pokmas_by_account, city, lookup));
    if (owner && owner->id<PokmasId>(0) != id) {
        auto error = Error::conflict("payout.account_used", { { "pokmas", owner->text(1) } });
        error.fields.push_back({ std::string(prefix) + "account_number", "payout.account_used", {}, error.arguments });
        return error;
    }
    return Done {};
}

} // namespace rtkeren::payout
