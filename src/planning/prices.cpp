#include "planning/sql.hpp"
#include "planning/steps.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace rtkeren::planning {
ReadyPrices ready_prices(db::ReadTx& tx, CityId city, ImportPrices const& input)
{
    ReadyPrices ready;
    std::set<std::tuple<std::string, std::string, std::string, Date>> seen;
    auto const refuse = [&](std::string_view field, std::string code, std::string value) {
        ready.errors.push_back({"prices." + std::to_string(ready.places.size()) + "." + std::string(field), std::move(code), std::move(value)});
    };
    for (auto const& price : input.prices) {
        std::string place;
        if (!price.place.empty()) {
            auto const code = territory::PlaceCode::parse(price.place.str());
            if (!code || !territory::find(tx, city, code->text))
                refuse("place", "place.unknown", price.place.str());
            else if (code->level != territory::Level::Kota)
                place = code->text;
        }
        if (price.valid_until && *price.valid_until < price.valid_from)
            refuse("valid_until", "planning.price_ends_before", price.valid_until->iso());
        if (!seen.emplace(fold(price.item.str()), fold(price.unit.str()), place, price.valid_from).second)
            refuse("item", "planning.price_twice", price.item.str());
        ready.places.push_back(std::move(place));
    }
    return ready;
}

Result<operations::Answer> import_prices(db::WriteTx& tx, operations::Context& context, ImportPrices const& input)
{
    if (!may(context.actor, "planning.prices", ""))
        return Error::forbidden("operation.not_allowed");
    auto ready = ready_prices(tx, context.city, input);
    if (!ready.errors.empty())
        return Error::invalid("input.invalid", std::move(ready.errors));
    std::vector<std::array<db::Parameter, 14>> rows;
    rows.reserve(input.prices.size());
    for (std::size_t i = 0; i < input.prices.size(); ++i) {
        auto const& price = input.prices[i];
        rows.push_back({context.city, context.next_id(), std::int64_t {input.year}, ready.places[i], price.item, fold(price.item.str()), price.unit,
            fold(price.unit.str()), price.price, price.source, price.valid_from, price.valid_until, context.actor.user, context.now });
    }
    TRY(tx.run_rows(sql::upsert_prices, rows));
    audit::Event event {.operation = "planning.import_prices", .subject_kind = "prices", .subject = std::to_string(input.year), .place = ""};
    event.summary = {{"year", input.year}, {"count", std::int64_t(rows.size())}};
    TRY(audit::append(tx, context, event));
    return operations::Answer {std::to_string(input.year), "/harga", "planning.prices_imported", {{"count", std::to_string(rows.size())}}};
}

} // namespace rtkeren::planning
