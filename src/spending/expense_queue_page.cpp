#include "language/language.hpp"
#include "spending/expense_parts.hpp"
#include "spending/expense_steps.hpp"
#include "spending/sql.hpp"

#include <algorithm>
#include <map>

/// Periksa belanja: what waits for this person, risky ones first; one beside its photos; the clean rest of a purse at once after a sample.
namespace rtkeren::spending {
namespace {

struct Waiting {
    ExpenseId id;
    std::string number, place, envelope, supplier, description;
    Rupiah gross;
    std::int64_t marks {0};
    std::string papers_missing;
    std::optional<Date> due;
    PurseId purse;
    std::string category, state;
    PokmasId pokmas;
    [[nodiscard]] bool clean() const { return marks == 0 && papers_missing.empty(); }
};

Waiting waiting_of(db::Row const& row)
{
    return {row.id<ExpenseId>(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.rupiah(6), row.integer(7), row.text(8), row.maybe_date(9), row.id<PurseId>(10),
        row.text(11), row.text(12), row.id<PokmasId>(13)};
}

/// Everything whose next step is one of this actor's, in each of the actor's places.
Result<std::vector<Waiting>> waiting_for(db::ReadTx& tx, CityId city, Actor const& actor)
{
    std::vector<Waiting> all;
    for (auto const& grant : actor.grants) {
        for (auto const permission : {"spending.accept", "spending.check", "spending.goods"}) {
            if (!std::ranges::binary_search(grant.permissions, permission))
                continue;
            auto const place = covers_place(grant.place, "") ? std::string {} : grant.place;
            auto const rows = TRY(tx.run(sql::queue, city, permission, place, place.empty() ? std::string("~") : place + "/"));
            for (auto const& row : rows) {
                auto item = waiting_of(row);
                auto const mine = grant.pokmas.empty() || grant.pokmas == item.pokmas.str();
                if (mine && std::ranges::find(all, item.id, &Waiting::id) == all.end())
                    all.push_back(std::move(item));
            }
        }
    }
    std::ranges::stable_sort(all, [](Waiting const& a, Waiting const& b) { return a.clean() != b.clean() ? !a.clean() : a.due < b.due; });
    return all;
}

std::string marks_text(Waiting const& item)
{
    auto text = item.marks > 0 ? trn("{n} tanda", "{n} tanda", item.marks) : std::string {};
    if (!item.papers_missing.empty())
        text += (text.empty() ? "" : ", ") + tr("bukti kurang");
    return text;
}

void add_rows(ExpenseQueuePage& page, std::vector<Waiting> const& all, std::string_view current, Date today)
{
    auto next = false;
    for (auto const& item : all) {
        auto const href = "/belanja/periksa?id=" + item.id.str();
        if (next && page.next_href.empty())
            page.next_href = href;
        next = next || item.id.text() == current;
        page.rows.push_back({href, item.number, item.place, item.supplier, format_rupiah(item.gross), marks_text(item),
            item.due ? format_date_short(*item.due, language::current()) : std::string {}, item.id.text() == current, item.due && *item.due < today});
    }
    page.count = trn("{n} belanja menunggu Anda", "{n} belanja menunggu Anda", std::int64_t(all.size()));
}

/// The clean ones that wait for acceptance, by purse and activity, with the sample that must have been opened.
Result<void> add_groups(db::ReadTx& tx, Services& services, Actor const& actor, std::vector<Waiting> const& all, ExpenseQueuePage& page)
{
    std::map<std::pair<PurseId, std::string>, std::vector<Waiting const*>> groups;
    for (auto const& item : all)
        if (item.state == "checked" && item.clean())
            groups[{item.purse, item.category}].push_back(&item);
    for (auto const& [key, items] : groups) {
        if (items.size() < 2)
            continue;
        BulkGroup group {.id = services.env.ulid().str(), .label = items.front()->place + " · " + items.front()->envelope, .total = {}, .count = {}, .action = "/belanja/sahkan-semua",
            .ids = {}, .sample = {}, .ready = true};
        std::vector<ExpenseId> ids;
        Rupiah total;
        for (auto const* item : items) {
            ids.push_back(item->id);
            group.ids.push_back(item->id.str());
            total += item->gross;
        }
        for (auto const& id : sample_of(ids, actor.user)) {
            auto const row = TRY(tx.maybe(sql::opening, services.city, id, actor.user));
            auto const found = std::ranges::find_if(items, [&](Waiting const* item) { return item->id == id; });
            group.sample.push_back({href_of(id), (*found)->number, row.has_value()});
            group.ready = group.ready && row.has_value();
        }
        group.total = format_rupiah(total);
        group.count = trn("{n} belanja", "{n} belanja", std::int64_t(items.size()));
        page.groups.push_back(std::move(group));
    }
    return Done {};
}

Result<http::Response> queue_page(Services& services, http::Exchange const& exchange, html::FormState const& form)
{
    ExpenseQueuePage page;
    page.form = form;
    page.frame = screens::frame(services, exchange, tr("Periksa belanja"));
    auto const& actor = exchange.actor();
    std::optional<ExpenseId> opened;
    auto const fill = [&](db::ReadTx& tx) -> Result<void> {
        auto const all = TRY(waiting_for(tx, services.city, actor));
        auto const asked = exchange.request.query_value("id");
        auto const known = std::ranges::any_of(all, [&](Waiting const& item) { return item.id.text() == asked; });
        auto const current = known ? asked : all.empty() ? std::string {} : all.front().id.str();
        add_rows(page, all, current, services.today());
        if (!current.empty()) {
            auto const expense = TRY(readable_expense(tx, services.city, actor, current));
            auto sheet = TRY(sheet_of(tx, services, actor, expense));
            page.current.push_back(std::move(sheet));
            opened = expense.id;
        }
        return add_groups(tx, services, actor, all, page);
    };
    TRY(db::read(services.db, fill));
    if (opened && actor.has("spending.accept"))
        TRY(record_opening(services, actor, *opened));
    page.codes = ask_options();
    page.debtors = debtor_options();
    page.accounts = account_options();
    return screens::show(page);
}

Result<http::Response> get_queue(Services& services, http::Exchange& exchange)
{
    auto const& actor = exchange.actor();
    if (!actor.has("spending.accept") && !actor.has("spending.check") && !actor.has("spending.goods"))
        return Error::forbidden("operation.not_allowed");
    return queue_page(services, exchange, {});
}

Result<http::Response> post_bulk(Services& services, http::Exchange& exchange)
{
    return screens::submit(services, exchange, "spending.accept_bulk", {}, [&](html::FormState const& form, Error const&) { return queue_page(services, exchange, form); });
}

} // namespace

std::vector<http::Route> expense_queue_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/belanja/periksa", "signed_in", screens::page(services, get_queue), "What waits to be checked, with photos and marks"},
        {Post, "/belanja/sahkan-semua", "spending.accept", screens::page(services, post_bulk), "Accept the clean rest after its sample was opened"}};
}

} // namespace rtkeren::spending
