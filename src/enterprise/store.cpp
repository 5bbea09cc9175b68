#include "enterprise/store.hpp"

#include "enterprise/classes.hpp"
#include "enterprise/sql.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace rtkeren::enterprise {
namespace {


struct KbliColumns {
    std::optional<std::int64_t> edition;
    std::optional<std::string> code;
};
KbliColumns kbli_columns(std::optional<identifiers::Kbli> const& kbli)
{
    if (!kbli)
        return {};
    return {kbli->edition, kbli->code};
}

std::optional<std::string> month_text(std::optional<Month> const& month) { return month ? std::optional(month->str()) : std::nullopt; }

SizeClass class_of(BusinessPart const& part) { return classify(part.started ? std::string_view(part.started->str()) : std::string_view {}, part.capital, part.sales_amount); }

std::optional<std::string> known(std::string_view text) { return text.empty() ? std::nullopt : std::optional(std::string(text)); }

db::Parameter kept(std::optional<std::string> text) { return text ? db::Parameter(std::move(*text)) : db::Parameter(std::nullopt); }

std::vector<std::string> words_of(NewBusiness const& business)
{
    std::set<std::string> words;
    for (auto const* name : {&business.part.name.str(), &business.part.brand.str(), &business.owner_name})
        for (auto& word : name_words(*name))
            words.insert(std::move(word));
    for (auto const* hash : {&business.phone_lookup, &business.nik_lookup})
        if (!hash->empty())
            words.insert("#" + *hash);
    return {words.begin(), words.end()};
}

db::Parameter recorder(operations::Context const& context, bool is_recorded) { return is_recorded ? db::Parameter(context.actor.user) : db::Parameter(std::nullopt); }

using BusinessRow = std::array<db::Parameter, 40>;
BusinessRow row_of(operations::Context const& context, NewBusiness const& business)
{
    auto const& part = business.part;
    auto const kbli = kbli_columns(part.kbli);
    auto const size = class_of(part);
    auto const by = business.confirmed ? std::optional(context.actor.user) : std::nullopt;
    auto const at = business.confirmed ? std::optional(context.now) : std::nullopt;
    return {context.city, business.id, business.owner, part.name, fold(part.name.str()), part.brand, part.activity, kbli.edition, kept(kbli.code), stored_choice(part.place_kind),
        business.at.region, business.at.kelurahan, part.address, kept(month_text(part.started)), stored_choice(part.legal_form), part.capital, part.sales_year, part.sales_amount,
        kept(stored_choice(part.sales_method)), kept(known(size.name)), kept(known(size.basis)), part.workers_male, part.workers_female, part.workers_family, channels_text(part.channels),
        kept(stored_choice(part.bookkeeping)), kept(stored_choice(part.credit_source)), part.seasonal, business.confirmed ? "confirmed" : "entered", by ? db::Parameter(*by) : db::Parameter(std::nullopt),
        at ? db::Parameter(*at) : db::Parameter(std::nullopt), part.source, part.as_of.value_or(context.today), business.import ? db::Parameter(*business.import) : db::Parameter(std::nullopt),
        context.services.example, context.actor.user, context.actor.name, context.now, recorder(context, part.capital.has_value()),
        recorder(context, part.sales_amount.has_value())};
}

struct FoundPair {
    std::string a, b;
    Likeness likeness;
};

/// Goes through the blocks of equal keys and compares each two of a block once, at least one of them of the batch.
class PairFinder {
public:
    explicit PairFinder(db::Rows const& profiles)
    {
        for (auto const& row : profiles)
            m_profiles.emplace(row.text(0), Comparable(stored_profile(row)));
    }
    void add(std::string const& key, std::vector<std::pair<std::string, bool>> const& members)
    {
        if (members.size() > block_limit(key))
            return;
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j)
                if (members[i].second || members[j].second)
                    try_pair(members[i].first, members[j].first);
    }
    [[nodiscard]] std::vector<FoundPair> const& found() const { return m_found; }
    [[nodiscard]] std::string const& kelurahan_of(std::string const& id) const { return m_profiles.at(id).profile.kelurahan; }

private:
    void try_pair(std::string const& one, std::string const& other)
    {
        auto const& [a, b] = std::minmax(one, other);
        auto const first = m_profiles.find(a);
        auto const second = m_profiles.find(b);
        if (first == m_profiles.end() || second == m_profiles.end() || !m_tried.insert(a + b).second)
            return;
        auto likeness = compare(first->second, second->second);
        if (likeness.score > 0)
            m_found.push_back({a, b, std::move(likeness)});
    }

    std::unordered_map<std::string, Comparable> m_profiles;
    std::unordered_set<std::string> m_tried;
    std::vector<FoundPair> m_found;
};

} // namespace

Result<Placed> placed(db::ReadTx& tx, CityId city, std::string_view field, std::string_view typed)
{
    auto const code = territory::PlaceCode::parse(typed);
    if (!code.ok())
        return Error::field(std::string(field), "place.format", std::string(typed));
    if (code->kelurahan().empty())
        return Error::field(std::string(field), "enterprise.place_level", std::string(typed));
    auto const region = territory::find(tx, city, code->text);
    if (!region.ok())
        return region.error().kind == ErrorKind::NotFound ? Error::field(std::string(field), "place.unknown", std::string(typed)) : region.error();
    return Placed {code->text, code->kelurahan()};
}

Profile profile_of(NewBusiness const& business)
{
    return {.owner = business.owner.str(), .name = business.part.name.str(), .owner_name = business.owner_name, .phone_lookup = business.phone_lookup, .nik_lookup = business.nik_lookup,
        .kbli = business.part.kbli ? business.part.kbli->str() : std::string {}, .activity = business.part.activity.str(), .region = business.at.region, .kelurahan = business.at.kelurahan,
        .place_kind = stored_choice(business.part.place_kind)};
}

Profile stored_profile(db::Row const& row)
{
    return {.owner = row.text(1), .name = row.text(2), .owner_name = row.text(3), .phone_lookup = row.text_or(4), .nik_lookup = row.text_or(5),
        .kbli = row.is_null(6) ? std::string {} : std::to_string(row.integer(6)) + ":" + row.text(7), .activity = row.text(8), .region = row.text(9), .kelurahan = row.text(10),
        .place_kind = row.text(11)};
}

Result<void> write_businesses(db::WriteTx& tx, operations::Context& context, std::span<NewBusiness const> businesses, Ulid const& batch)
{
    std::vector<BusinessRow> rows;
    std::vector<std::array<db::Parameter, 4>> words, keys;
    rows.reserve(businesses.size());
    for (auto const& business : businesses) {
        rows.push_back(row_of(context, business));
        for (auto& word : words_of(business))
            words.push_back({context.city, "b", std::move(word), business.id});
        for (auto& key : keys_of(profile_of(business)))
            keys.push_back({context.city, std::move(key), business.id, batch});
    }
    TRY(tx.run_rows(sql::insert_businesses, rows));
    TRY(tx.run_rows(sql::insert_words, words));
    TRY(tx.run_rows(sql::insert_keys, keys));
    return Done {};
}

Result<void> write_words_and_keys(db::WriteTx& tx, operations::Context& context, NewBusiness const& business)
{
    TRY(tx.run(sql::delete_words, context.city, "b", business.id));
    TRY(tx.run(sql::delete_keys, context.city, business.id));
    std::vector<std::array<db::Parameter, 4>> words, keys;
    for (auto& word : words_of(business))
        words.push_back({context.city, "b", std::move(word), business.id});
    for (auto& key : keys_of(profile_of(business)))
        keys.push_back({context.city, std::move(key), business.id, business.id});
    TRY(tx.run_rows(sql::insert_words, words));
    TRY(tx.run_rows(sql::insert_keys, keys));
    return Done {};
}

Result<void> update_business(db::WriteTx& tx, operations::Context& context, BusinessId id, BusinessPart const& part, Placed const& at, FiguresBy const& by)
{
    auto const kbli = kbli_columns(part.kbli);
    auto const size = class_of(part);
    TRY(tx.run(sql::update_business, context.city, id, part.name, fold(part.name.str()), part.brand, part.activity, kbli.edition, kbli.code, stored_choice(part.place_kind), at.region,
        at.kelurahan, part.address, month_text(part.started), stored_choice(part.legal_form), part.capital, part.sales_year, part.sales_amount, stored_choice(part.sales_method),
        known(size.name), known(size.basis), part.workers_male, part.workers_female, part.workers_family, channels_text(part.channels), stored_choice(part.bookkeeping),
        stored_choice(part.credit_source), part.seasonal, part.source, part.as_of.value_or(context.today), by.capital, by.sales, context.now));
    return Done {};
}

Result<std::vector<std::pair<std::string, std::string>>> find_pairs(db::WriteTx& tx, operations::Context& context, Ulid const& batch)
{
    TRY(tx.expect_whole_tables());
    auto const profiles = TRY(tx.run(sql::profiles_sharing, context.city, batch));
    auto const shared = TRY(tx.run(sql::sharing_keys, context.city, batch));
    PairFinder finder(profiles);
    std::vector<std::pair<std::string, bool>> members;
    std::string key;
    for (auto const& row : shared) {
        if (row.text(0) != key) {
            finder.add(key, members);
            members.clear();
            key = row.text(0);
        }
        members.emplace_back(row.text(1), row.text(2) == batch.text());
    }
    finder.add(key, members);
    std::vector<std::array<db::Parameter, 8>> pairs;
    std::vector<std::pair<std::string, std::string>> ids;
    for (auto const& pair : finder.found()) {
        std::string reasons;
        for (auto const& reason : pair.likeness.reasons)
            reasons += (reasons.empty() ? "" : ",") + reason;
        pairs.push_back({context.city, context.next_id(), pair.a, pair.b, pair.likeness.score, std::move(reasons), finder.kelurahan_of(pair.b), context.now});
    }
    TRY(tx.run_rows(sql::insert_pairs, pairs));
    for (auto const& pair : finder.found())
        ids.emplace_back(pair.a, pair.b);
    return ids;
}

Result<void> check_part(BusinessPart const& part, Date today)
{
    std::vector<FieldError> wrong;
    if (part.sales_amount && !part.sales_year)
        wrong.push_back({"sales_year", "required", {}});
    if (part.sales_year && !part.sales_amount)
        wrong.push_back({"sales_amount", "required", {}});
    if (part.sales_amount && !part.sales_method)
        wrong.push_back({"sales_method", "required", {}});
    if (part.started && part.started->str() > today.iso().substr(0, 7))
        wrong.push_back({"started", "month.future", part.started->str()});
    if (part.as_of && *part.as_of > today)
        wrong.push_back({"as_of", "enterprise.future", part.as_of->iso()});
    if (!wrong.empty())
        return Error::invalid("input.invalid", std::move(wrong));
    return Done {};
}

std::string channels_text(std::vector<Channel> const& channels)
{
    std::string text;
    for (auto const& [channel, name] : operations::Choices<Channel>::values)
        if (std::ranges::find(channels, channel) != channels.end())
            text += (text.empty() ? "" : ",") + std::string(name);
    return text;
}

Result<Month> Month::parse(std::string_view typed)
{
    auto const text = trim(typed);
    // "Januari 2021", and a whole day of the month.
    for (auto const& as_day : {std::string(text), "1 " + std::string(text)})
        if (auto const day = Date::parse_typed(as_day); day.ok() && day->year() >= 1900 && day->year() <= 2200)
            return Month::of(*day);
    auto const separator = text.find_first_of("-/.");
    auto const first = text.substr(0, separator);
    auto const second = separator == std::string_view::npos ? std::string_view {} : text.substr(separator + 1);
    auto const is_iso = first.size() == 4;
    auto const year = parse_integer(is_iso ? first : second);
    auto const month = is_iso && second.size() > 2 ? parse_integer(second.substr(0, second.find('-'))) : parse_integer(is_iso ? second : first);
    if (!year || !month || *year < 1900 || *year > 2200 || *month < 1 || *month > 12)
        return Error::invalid("month.format");
    return Month::of(Date::of(static_cast<int>(*year), static_cast<unsigned>(*month), 1).value());
}

Month Month::of(Date day)
{
    Month month;
    month.m_text = day.iso().substr(0, 7);
    return month;
}

} // namespace rtkeren::enterprise
