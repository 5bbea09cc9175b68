#include "insight/search.hpp"

#include "base/text.hpp"
#include "insight/figures.hpp"
#include "insight/places.hpp"
#include "insight/scope.hpp"
#include "insight/sql.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rtkeren::insight {
namespace {

constexpr std::string_view reading = "insight.read";
constexpr int shown_of_a_kind = 8;
constexpr std::size_t most_words = 6;

/// Finds things of one kind within each of the actor's territories, each thing once.
class Finder {
public:
    Finder(db::ReadTx& tx, Services& services, Actor const& actor, std::vector<std::string> words)
        : m_tx(tx), m_services(services), m_actor(actor), m_words(std::move(words))
    {
    }

    /// `line_of` gives nothing for a row that this person may not open.
    template<int N, class LineOf>
    Result<FoundGroup> find(db::ListQuery<N> const& query, std::string_view sort, std::string title, LineOf const& line_of)
    {
        FoundGroup group {.title = std::move(title)};
        std::set<std::string> seen;
        for (auto const& grant : m_actor.grants) {
            if (!std::ranges::binary_search(grant.permissions, reading))
                continue;
            auto const range = range_of(covers_place(grant.place, "") ? std::string {} : grant.place);
            auto const rows = TRY(m_tx.list(query, cut(sort), m_services.city, range.first, range.after, grant.pokmas));
            for (auto const& row : rows) {
                if (group.lines.size() == shown_of_a_kind)
                    group.has_more = true;
                else if (seen.insert(row.text(0)).second)
                    if (auto line = line_of(row))
                        group.lines.push_back(std::move(*line));
            }
        }
        return group;
    }
    Result<FoundGroup> places()
    {
        FoundGroup group {.title = tr("Tempat")};
        auto const rows = TRY(m_tx.list(sql::search_places, cut("id"), m_services.city));
        for (auto const& row : rows) {
            if (group.lines.size() == shown_of_a_kind) {
                group.has_more = true;
                break;
            }
            auto const level = territory::level_of(row.text(1)).value_or(territory::Level::Rt);
            auto const is_below = level == territory::Level::Rw || level == territory::Level::Rt;
            group.lines.push_back({territory::href_of(row.text(0)), territory::short_name(level, row.text(0), row.text(2)), is_below ? row.text(3) : row.text(0)});
        }
        return group;
    }
    [[nodiscard]] bool may_open(std::string_view place, std::string_view pokmas) const { return may(m_actor, reading, place, pokmas); }

private:
    db::ListCut cut(std::string_view sort) const
    {
        db::ListCut cut;
        cut.words = m_words;
        cut.sort = sort;
        cut.descending = sort == "recorded_at"; // the newest first
        cut.limit = shown_of_a_kind;
        return cut;
    }

    db::ReadTx& m_tx;
    Services& m_services;
    Actor const& m_actor;
    std::vector<std::string> m_words;
};

std::string of_year(std::string const& words, std::int64_t year) { return words + ", " + std::to_string(year); }

Result<std::vector<FoundGroup>> find_all(db::ReadTx& tx, Services& services, Actor const& actor, std::string const& typed)
{
    Finder finder(tx, services, actor, search_words(typed));
    auto const names = TRY(PlaceNames::read(tx, services.city, services.city_name, services.today()));
    auto const more = "?q=" + http::url_encode(typed);
    std::vector<FoundGroup> groups;
    if (actor.has(reading))
        groups.push_back(TRY(finder.places()));
    groups.push_back(TRY(finder.find(sql::search_pokmas, "name", tr("Pokmas"), [&](db::Row const& row) -> std::optional<FoundLine> {
        if (!finder.may_open(row.text(2), row.text(0)))
            return std::nullopt;
        return FoundLine {"/pokmas/" + row.text(0), row.text(1), names.words(row.text(2))};
    })));
    groups.back().more_href = "/pokmas" + more;
    groups.push_back(TRY(finder.find(sql::search_purses, "place", tr("Kantong"), [&](db::Row const& row) -> std::optional<FoundLine> {
        if (!finder.may_open(row.text(3), row.text(5)))
            return std::nullopt;
        return FoundLine {"/kantong/" + row.text(0), tr("Kantong {name}", {{"name", row.text(2)}}), of_year(names.words(row.text(3)), row.integer(1))};
    })));
    groups.push_back(TRY(finder.find(sql::search_plans, "place", tr("RAB"), [&](db::Row const& row) -> std::optional<FoundLine> {
        return FoundLine {"/rab/" + row.text(0), of_year("RAB " + names.words(row.text(2)), row.integer(1)), format_rupiah(row.rupiah(5))};
    })));
    groups.back().more_href = "/rab" + more;
    groups.push_back(TRY(finder.find(sql::search_expenses, "recorded_at", tr("Belanja"), [&](db::Row const& row) -> std::optional<FoundLine> {
        if (!finder.may_open(row.text(7), row.text(8)))
            return std::nullopt;
        return FoundLine {"/belanja/" + row.text(0), row.text(2) + ", " + row.text(3), fmt::format("{}, {}", format_rupiah(row.rupiah(5)), row.text(4))};
    })));
    groups.back().more_href = "/belanja" + more;
    std::erase_if(groups, [](FoundGroup const& group) { return group.lines.empty(); });
    for (auto& group : groups)
        if (!group.has_more)
            group.more_href.clear();
    return groups;
}

bool is_number(std::string_view word) { return parse_integer(word).has_value() && word.size() <= 3; }

} // namespace

std::vector<std::string> search_words(std::string_view typed)
{
    std::vector<std::string> words;
    auto const folded = fold(typed);
    for (auto const word : split(folded, ' ')) {
        auto const follows = !words.empty() && (words.back() == "rt" || words.back() == "rw");
        if (follows && is_number(word))
            words.back() += fmt::format(" {:02}", *parse_integer(word));
        else if (!word.empty() && words.size() < most_words)
            words.emplace_back(word);
    }
    return words;
}

Result<http::Response> show_search(Services& services, http::Exchange& exchange)
{
    auto const asked = exchange.request.query_value("q");
    auto const typed = std::string(trim(first_characters(asked, 80)));
    SearchPage page {.frame = screens::frame(services, exchange, tr("Cari")), .query = typed};
    page.asked = !search_words(typed).empty();
    if (page.asked)
        page.groups = TRY(db::read(services.db, [&](db::ReadTx& tx) { return find_all(tx, services, exchange.actor(), typed); }));
    return screens::show(page);
}

} // namespace rtkeren::insight
