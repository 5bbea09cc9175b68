#include "base/text.hpp"
#include "simulation/market.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rtkeren::simulation {

namespace {

struct Product {
    Enterprise* enterprise;
    Article const* article;
    Date recorded;
    std::string id; // once recorded
};

std::string one_a_line(std::string_view ingredients)
{
    std::string lines;
    for (auto const each : split(ingredients, ','))
        lines += std::string(lines.empty() ? "" : "\n") + std::string(trim(each));
    return lines;
}

/// What is printed on it: a careful owner prints what the rule asks for as far as there are papers, others what they think of and in their own words.
std::string label_of(Market& market, Product const& product)
{
    auto const& article = *product.article;
    auto const& enterprise = *product.enterprise;
    auto const is_careful = enterprise.care >= 78;
    auto text = fmt::format("{}\n{}: {}\n{} {} {}\n", article.name, is_careful ? "Komposisi" : "Isi", article.ingredients, is_careful ? "Berat bersih:" : "Netto", article.content,
        article.unit == "g" && !is_careful ? "gr" : article.unit);
    if (is_careful)
        text += fmt::format("Diproduksi oleh {}, {}, Blitar\nKode produksi: A{}\nTanggal produksi: {}/{}/{}\n", enterprise.name, enterprise.kelurahan->name, product.recorded.day(),
            product.recorded.day(), product.recorded.month(), product.recorded.year());
    else if (market.random.chance(60))
        text += fmt::format("Diproduksi oleh {}\n", enterprise.name);
    if (market.random.chance(is_careful ? 85 : 30))
        text += is_careful ? "Baik digunakan sebelum: lihat tutup\n" : "Exp: lihat tutup\n";
    if (!article.allergens.empty() && is_careful)
        text += "Mengandung alergen: lihat komposisi\n";
    if (!enterprise.pirt.empty())
        text += enterprise.pirt + "\n";
    if (!is_careful && market.random.chance(30))
        text += "HALAL\n";
    return text;
}

boost::json::object product_fields(Market& market, Product const& product)
{
    auto& random = market.random;
    auto const& article = *product.article;
    auto const& trade = *product.enterprise->trade;
    auto const price = article.price * random.between(86, 118) / 100 / 500 * 500;
    boost::json::array allergens;
    for (auto const each : split(article.allergens, ','))
        if (!each.empty())
            allergens.emplace_back(each);
    boost::json::object fields {{"business", product.enterprise->id}, {"name", article.name}, {"brand", product.enterprise->brand}, {"kind", trade.product_kind},
        {"net", std::to_string(article.content)}, {"unit", article.unit}, {"price_retail", price}, {"cost", price * random.between(48, 78) / 100 / 100 * 100},
        {"capacity_month", random.between(4, 60) * 10}, {"batch_min", random.between(1, 5) * 5}, {"shelf_days", article.shelf_days}, {"ingredients", one_a_line(article.ingredients)},
        {"allergens", std::move(allergens)}};
    if (!trade.kbli.empty())
        fields["kbli"] = trade.kbli;
    if (!trade.food_code.empty()) {
        fields["packaging"] = trade.food_code == "11" ? "1" : "2";
        fields["food"] = trade.food_code;
    }
    if (!article.ingredients.empty() && !trade.food_code.empty() && random.chance(product.enterprise->care / 2))
        fields["label_text"] = label_of(market, product);
    if (random.chance(55))
        fields["price_wholesale"] = price * 88 / 100 / 100 * 100;
    if (random.chance(82))
        fields["photos"] = boost::json::array {boost::json::string(market.pictures.hash_of("foto_produk_" + std::string(article.brand_word), std::string(article.name), 0))};
    return fields;
}

std::vector<Product> planned_products(Market& market)
{
    std::vector<Product> all;
    for (auto& enterprise : market.enterprises) {
        auto const is_own = market.example_owner == enterprise.owner;
        if (enterprise.id.empty() || (!is_own && !market.random.chance(12 + enterprise.care * 3 / 4)))
            continue;
        for (auto const& article : enterprise.trade->articles) {
            auto const day = Market::office_day(enterprise.recorded.plus_days(5 + static_cast<int>(market.random.below(120))), std::chrono::Wednesday);
            auto const is_open = market.is_past(day) && !(enterprise.closed && *enterprise.closed <= day);
            if (is_open && (is_own || &article == enterprise.trade->articles.data() || market.random.chance(40)))
                all.push_back({&enterprise, &article, day, {}});
        }
    }
    std::ranges::stable_sort(all, {}, &Product::recorded);
    return all;
}

bool has_paper(Enterprise const& enterprise, std::string_view kind) { return std::ranges::find(enterprise.papers, kind) != enterprise.papers.end(); }

/// The next paper on the way of its kind: "" when it has what it needs.
std::string_view next_paper(Enterprise const& enterprise)
{
    if (!has_paper(enterprise, "nib"))
        return "nib";
    if (enterprise.trade->product_kind == "beku" || enterprise.trade->product_kind == "minuman_cair")
        return "bpom";
    if (enterprise.trade->food_code.empty())
        return "";
    return !has_paper(enterprise, "pkp") ? "pkp" : !has_paper(enterprise, "pirt") ? "pirt" : "";
}

/// What its owner asked for and waits for.
void add_application(Market& market, Product const& product, std::vector<Step>& steps)
{
    auto const& enterprise = *product.enterprise;
    auto const step = next_paper(enterprise);
    auto const is_first = product.article == enterprise.trade->articles.data();
    auto const day = Market::office_day(std::max(product.recorded, market.today.plus_days(-200)).plus_days(10 + static_cast<int>(market.random.below(150))), std::chrono::Tuesday);
    if (step.empty() || !is_first || enterprise.closed || !market.is_past(day) || !market.random.chance(10 + enterprise.care / 3))
        return;
    market.applications.push_back({&enterprise, product.id, std::string(step), day});
    steps.push_back({"enterprise.apply", market.world.login_of("pendamping", enterprise.kelurahan->code),
        {{"product", product.id}, {"step", step}, {"applied_on", day.iso()}, {"number", fmt::format("{}-{:05} (contoh)", day.year(), market.random.between(1, 99'999))}}, market.hour_of(day)});
}

/// Shown to everybody with what the owner signed: on that day most owners have no account yet.
void add_showing(Market& market, Product const& product, std::vector<Step>& steps)
{
    auto const& enterprise = *product.enterprise;
    auto const is_own = market.example_owner == enterprise.owner;
    auto const day = Market::office_day(product.recorded.plus_days(14), std::chrono::Thursday);
    if (enterprise.closed || !market.is_past(day) || (!is_own && (enterprise.care < 68 || !market.random.chance(45))))
        return;
    boost::json::object input {{"product", product.id}, {"agrees", true}, {"given_on", day.iso()}, {"file", market.pictures.hash_of("persetujuan", "Persetujuan pemilik", 0)}};
    steps.push_back({"enterprise.give_consent", market.world.login_of("pendamping", enterprise.kelurahan->code), std::move(input), market.hour_of(day)});
}

} // namespace

Result<void> add_products(Market& market)
{
    auto products = planned_products(market);
    std::vector<Step> record;
    for (auto const& product : products)
        record.push_back({"enterprise.record_product", market.world.login_of("pendamping", product.enterprise->kelurahan->code), product_fields(market, product), market.hour_of(product.recorded)});
    TRY(market.pictures.name_all(market.world));
    auto const recorded = TRY(run_steps(market.world, "produk dicatat", record));
    std::vector<Step> apply, show;
    for (std::size_t i = 0; i < products.size(); ++i) {
        products[i].id = recorded[i].id;
        add_application(market, products[i], apply);
        add_showing(market, products[i], show);
    }
    TRY(market.pictures.name_all(market.world));
    TRY(run_steps(market.world, "izin diajukan", apply));
    TRY(run_steps(market.world, "produk ditampilkan", show));
    return Done {};
}

} // namespace rtkeren::simulation
