#pragma once

#include <span>
#include <string_view>

/// What people of the example city live from: the neighbourhood's trades with their class, papers, products and prices.
namespace rtkeren::simulation {

struct Article {
    std::string_view name, brand_word; // "Nastar", the last word of a brand
    int content; // of the pack
    std::string_view unit; // "g", "ml", "pcs"
    int price; // rupiah, retail
    int shelf_days;
    std::string_view ingredients, allergens; // in order of weight; codes, "" when none
};
struct Trade {
    std::string_view activity;
    std::string_view kbli; // edition and code, "" where the table knows none
    std::string_view product_kind; // of packs/legality.csv, "" where nothing is made
    int weight; // how common
    int women_percent;
    std::string_view places; // "rumah daring pasar": drawn evenly, the first twice as often
    std::string_view food_code; // of a P-IRT, "" where none is given
    int month_low, month_high; // sales of a usual month in thousands of rupiah
    bool may_be_seasonal;
    std::span<std::string_view const> names; // first words of a business's name
    std::span<Article const> articles;
};
[[nodiscard]] std::span<Trade const> trades();

} // namespace rtkeren::simulation
