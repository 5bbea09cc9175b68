#include "payout/imports.hpp"

#include "identity/import_rows.hpp"
#include "payout/sql.hpp"
#include "secrets/secrets.hpp"

#include <algorithm>
#include <set>

namespace rtkeren::payout {

namespace {

/// The RW that a list means, with commas or lines between them: codes, or "RW 03" as `identity::place_of_words` reads them. Spaces part codes only.
Result<std::vector<std::string>> codes_in(db::ReadTx& tx, Context const& context, std::string_view text)
{
    std::vector<std::string> codes;
    std::string piece;
    for (auto const character : std::string(text) + "\n") {
        auto const is_after_code = character == ' ' && territory::PlaceCode::parse(trim(piece)).ok();
        if (character != ',' && character != ';' && character != '\n' && !is_after_code) {
            piece += character;
            continue;
        }
        auto const taken = std::exchange(piece, {});
        auto const words = trim(taken);
        if (words.empty())
            continue;
        auto code = identity::place_of_words(tx, context.actor, words, context.today);
        if (!code.ok())
            return Error::field("rws", code.error().code, std::string(text), code.error().arguments);
        codes.push_back(std::move(*code));
    }
    return codes;
}

std::string kelurahan_of(std::vector<std::string> const& codes)
{
    if (codes.empty())
        return {};
    auto place = territory::PlaceCode::parse(codes.front());
    return place.ok() ? place->kelurahan() : std::string {};
}

/// What earlier rows of the same file have taken.
struct Seen {
    std::set<std::string> rws, accounts;
};

/// One refusal of a row; the path in the form is put before its name.
template <class T> bool take(Result<T> const& result, RowFate& fate)
{
    if (result.ok())
        return true;
    auto const& error = result.error();
    if (error.fields.empty())
        fate.errors.push_back({ "rws", error.code, {}, error.arguments });
    fate.errors.insert(fate.errors.end(), error.fields.begin(), error.fields.end());
    return false;
}

Result<void> check_row_account(db::ReadTx& tx, Context const& context, PokmasRow const& row, Seen& seen)
{
    auto digits = TRY(parse_account(row.account_number.str(), "account_number"));
    auto const lookup = context.services.keys.lookup("payout.account", digits);
    TRY(check_account(tx, context.city, {}, row.name.str(), row.account_holder.str(), lookup));
    if (!seen.accounts.insert(lookup).second)
        return Error::field("account_number", "payout.account_used", {}, { { "pokmas", row.name.str() } });
    return Done {};
}

Result<void> check_row_places(db::ReadTx& tx, Context const& context, PokmasRow const& row, Seen& seen)
{
    auto const codes = TRY(codes_in(tx, context, row.rws.str()));
    auto const kelurahan = kelurahan_of(codes);
    if (kelurahan.empty())
        return Error::field("rws", "place.format", row.rws.str());
    if (!may(context.actor, "payout.manage", kelurahan))
        return Error::field("rws", "operation.not_allowed", row.rws.str());
    auto rws = TRY(check_rws(tx, context.city, kelurahan, codes, "rws"));
    for (auto const& rw : rws)
        if (!seen.rws.insert(rw).second)
            return Error::field("rws", "payout.rw_twice", rw);
    return Done {};
}

Result<void> check_row_decree(PokmasRow const& row, Date today)
{
    if (row.decree.empty())
        return Done {};
    if (!row.decree_on)
        return Error::field("decree_on", "required");
    if (!row.decree_until)
        return Error::field("decree_until", "required");
    if (*row.decree_on > today)
        return Error::field("decree_on", "date.future", row.decree_on->iso(), { { "today", today.iso() } });
    if (*row.decree_until <= today)
        return Error::field("decree_until", "payout.decree_over", row.decree_until->iso());
    return Done {};
}

/// Names of the three who lead a group; a group may also come without them and get them on its page.
Result<void> check_row_officers(PokmasRow const& row)
{
    if (row.chair.empty() && row.secretary.empty() && row.treasurer.empty())
        return Done {};
    if (row.chair.empty())
        return Error::field("chair", "required");
    if (row.secretary.empty())
        return Error::field("secretary", "required");
    if (row.treasurer.empty())
        return Error::field("treasurer", "required");
    if (fold(row.chair.str()) == fold(row.treasurer.str()))
        return Error::field("treasurer", "payout.officer_double", row.treasurer.str());
    return Done {};
}

/// Errors of the database itself are not a row's.
template <class T> Result<void> judge_row(Result<T> const& result, RowFate& fate)
{
    if (!take(result, fate) && result.error().kind != ErrorKind::Invalid && result.error().kind != ErrorKind::Conflict
        && result.error().kind != ErrorKind::NotFound)
        return result.error();
    return Done {};
}

/// Every refusal of the list with its row before its name.
Error refused_rows(std::vector<RowFate> const& fates)
{
    std::vector<FieldError> fields;
    for (auto const& fate : fates)
        for (auto error : fate.errors) {
            error.name = "rows." + std::to_string(fate.row) + "." + error.name;
            fields.push_back(std::move(error));
        }
    return Error::invalid("input.invalid", std::move(fields));
}

Answer dry(std::vector<RowFate> const& fates, std::string href)
{
    boost::json::array rows;
    std::size_t good = 0;
    for (auto const& fate : fates) {
        boost::json::array errors;
        for (auto const& error : fate.errors)
            errors.push_back(boost::json::object { { "name", error.name }, { "code", error.code } });
        if (fate.errors.empty())
            ++good;
        rows.push_back(
            boost::json::object { { "row", fate.row }, { "ok", fate.errors.empty() }, { "subject", fate.subject }, { "errors", std::move(errors) } });
    }
    Answer answer { {}, std::move(href), "payout.import_tried", { { "good", std::to_string(good) }, { "bad", std::to_string(fates.size() - good) } } };
    answer.data["rows"] = std::move(rows);
    return answer;
}

bool all_good(std::vector<RowFate> const& fates)
{
    return std::ranges::all_of(fates, [](RowFate const& fate) { return fate.errors.empty(); });
}

/// A group of the list with its decree and account; bank letter and activation follow by other persons.
Result<void> take_in(db::WriteTx& tx, Context& context, PokmasRow const& row)
{
    auto const codes = TRY(codes_in(tx, context, row.rws.str()));
    auto const kelurahan = kelurahan_of(codes);
    auto rws = TRY(check_rws(tx, context.city, kelurahan, codes, "rws"));
    auto const has_decree = !row.decree.empty();
    NewPokmas const pokmas { .id = context.next<PokmasId>(),
        .name = row.name.str(),
        .kelurahan = kelurahan,
        .rws = std::move(rws),
        .address = row.address.str(),
        .minutes = {},
        .decree = row.decree.str(),
        .decree_on = has_decree ? row.decree_on : std::nullopt,
        .decree_until = has_decree ? row.decree_until : std::nullopt,
        .state = has_decree ? PokmasState::DecreeIssued : PokmasState::Formed };
    TRY(add_pokmas(tx, context, pokmas));
    if (!row.chair.empty()) {
        auto const named = [](Position position, Text<0, 120> const& name) { return OfficerInput { position, {}, name, {} }; };
        TRY(write_officers(tx, context, pokmas.id, pokmas.rws.front(),
            { named(Position::Ketua, row.chair), named(Position::Sekretaris, row.secretary), named(Position::Bendahara, row.treasurer) }));
    }
    if (row.account_number.empty())
        return Done {};
    auto digits = TRY(parse_account(row.account_number.str(), "account_number"));
    auto const account = seal_account(context.services.keys, pokmas.id, digits);
    TRY(tx.run(sql::set_account, context.city, pokmas.id, row.bank, account.sealed, account.lookup, account.masked, row.account_holder));
    return Done {};
}

} // namespace

Result<std::vector<RowFate>> preview_pokmas(db::ReadTx& tx, Context const& context, std::vector<PokmasRow> const& rows)
{
    std::vector<RowFate> fates;
    Seen seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowFate fate { .row = i, .errors = {} };
        TRY(judge_row(check_row_places(tx, context, rows[i], seen), fate));
        TRY(judge_row(check_row_decree(rows[i], context.today), fate));
        TRY(judge_row(check_row_officers(rows[i]), fate));
        if (!rows[i].account_number.empty())
            TRY(judge_row(check_row_account(tx, context, rows[i], seen), fate));
        fates.push_back(std::move(fate));
    }
    return fates;
}

Result<Answer> import_pokmas(db::WriteTx& tx, Context& context, ImportPokmas const& input)
{
    auto fates = TRY(preview_pokmas(tx, context, input.rows));
    if (input.dry_run)
        return dry(fates, "/pokmas/impor");
    if (!all_good(fates))
        return refused_rows(fates);
    for (auto const& row : input.rows)
        TRY(take_in(tx, context, row));
    return Answer { context.request.str(), "/pokmas", "payout.pokmas_imported", { { "count", std::to_string(input.rows.size()) } } };
}

namespace {

struct Awaiting {
    Tranche tranche;
    Pokmas pokmas;
    bool matched { false };
};

bool is_named(Pokmas const& pokmas, std::string const& typed) { return pokmas.id.text() == typed || bare_name(pokmas.name) == bare_name(typed); }

Result<std::vector<Awaiting>> awaiting_sp2d(db::ReadTx& tx, CityId city)
{
    auto rows = TRY(tx.run(sql::tranches_awaiting_sp2d, city));
    auto groups = TRY(pokmas_below(tx, city, ""));
    std::vector<Awaiting> all;
    for (auto const& row : rows) {
        auto tranche = tranche_of_row(row);
        auto const group = std::ranges::find(groups, tranche.pokmas, &Pokmas::id);
        CHECK(group != groups.end());
        all.push_back({ std::move(tranche), *group });
    }
    return all;
}

} // namespace

Result<std::vector<RowFate>> preview_sp2d(db::ReadTx& tx, Context const& context, std::vector<Sp2dRow> const& rows)
{
    auto awaiting = TRY(awaiting_sp2d(tx, context.city));
    std::vector<RowFate> fates;
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const& row = rows[i];
        RowFate fate { .row = i, .errors = {} };
        auto const number = fold(row.number.str());
        if (!numbers.insert(number).second)
            fate.errors.push_back({ "number", "payout.sp2d_twice", row.number.str() });
        auto used = TRY(tx.run(sql::sp2d_by_number, context.city, number));
        auto const match = std::ranges::find_if(
            awaiting, [&](Awaiting const& each) { return !each.matched && each.tranche.amount == row.amount && is_named(each.pokmas, row.pokmas.str()); });
        if (match == awaiting.end()) {
            fate.errors.push_back({ "amount", "payout.sp2d_no_match", std::to_string(row.amount.value()),
                { { "amount", std::to_string(row.amount.value()) }, { "pokmas", row.pokmas.str() } } });
        } else {
            match->matched = true;
            fate.subject = match->tranche.id.str();
            if (!used.empty() && used.front().id<TrancheId>(0) != match->tranche.id)
                fate.errors.push_back({ "number", "payout.sp2d_used", row.number.str() });
            TRY(judge_row(programme::check_date(match->tranche.year, row.date, context.today, "date"), fate));
        }
        fates.push_back(std::move(fate));
    }
    return fates;
}

Result<Answer> import_sp2d(db::WriteTx& tx, Context& context, ImportSp2d const& input)
{
    auto fates = TRY(preview_sp2d(tx, context, input.rows));
    if (input.dry_run)
        return dry(fates, "/pencairan/impor");
    if (!all_good(fates))
        return refused_rows(fates);
    for (auto const& fate : fates) {
        auto const& row = input.rows[fate.row];
        auto const id = TRY(TrancheId::parse(fate.subject));
        TRY(record_sp2d(tx, context, { .id = input.id, .tranche = id, .version = {}, .number = row.number, .date = row.date }));
    }
    return Answer { context.request.str(), "/pencairan", "payout.sp2d_imported", { { "count", std::to_string(input.rows.size()) } } };
}

} // namespace rtkeren::payout
