#include "enterprise/product_parts.hpp"

#include "enterprise/numbers.hpp"
#include "enterprise/photos.hpp"
#include "enterprise/sql.hpp"
#include "evidence/evidence.hpp"
#include "tables/render.hpp"
#include "territory/territory.hpp"

#include <algorithm>

/// What everybody may see of a product: only with the owner's consent, looked up anew for each request, so that nothing is left when it is withdrawn.
namespace rtkeren::enterprise {
namespace {

html::Frame public_frame(Services& services, http::Exchange const& exchange, std::string title)
{
    auto frame = screens::frame(services, exchange, std::move(title));
    frame.kind = "public";
    return frame;
}

std::string net_of(db::Row const& row, std::size_t milli, std::size_t unit)
{
    Product product;
    if (!row.is_null(milli))
        product.net_milli = row.integer(milli);
    product.unit = row.text_or(unit);
    return net_words(product);
}

Result<db::Row> public_product(db::ReadTx& tx, CityId city, std::string_view code) { return tx.one("enterprise.not_public", sql::public_product, city, code); }

/// Proven papers; numbers only of those that are printed on a label anyway.
Result<std::vector<Fact>> public_papers(db::ReadTx& tx, Services& services, ProductId product, BusinessId business)
{
    std::vector<Fact> papers;
    auto const standing = TRY(legal_standing(tx, services, product));
    auto const licences = TRY(licences_of(tx, services.city, business));
    for (auto const& step : standing.steps) {
        auto const licence = std::ranges::find_if(licences, [&](Licence const& one) { return step.licence && one.id == *step.licence; });
        if (step.state != StepState::Done || licence == licences.end())
            continue;
        auto const is_printed = step.step == "pirt" || step.step == "bpom" || step.step == "halal" || step.step == "merek";
        papers.push_back({kind_label(step.step), is_printed ? licence->number : tr("terbukti")});
    }
    return papers;
}

Result<PublicProductPage> read_public(db::ReadTx& tx, Services& services, std::string const& code)
{
    auto const row = TRY(public_product(tx, services.city, code));
    PublicProductPage page;
    page.name = row.text(2);
    page.brand = row.text(3);
    page.kind = kind_words(row.text(4));
    page.net = net_of(row, 5, 6);
    page.price = row.is_null(7) ? std::string {} : format_rupiah(row.rupiah(7));
    page.ingredients = ingredient_lines(row.text(8));
    page.allergens = allergen_words(row.text(9));
    page.shelf = row.is_null(10) ? std::string {} : tr("{days:n} hari", {{"days", std::to_string(row.integer(10))}});
    auto const kelurahan = TRY(territory::find(tx, services.city, row.text(11)));
    page.place = kelurahan.name;
    page.contact = row.text(12);
    page.example = row.flag(13);
    page.papers = TRY(public_papers(tx, services, row.id<ProductId>(0), row.id<BusinessId>(1)));
    auto const hashes = TRY(photos_of(tx, services.city, row.id<ProductId>(0)));
    for (std::size_t i = 0; i < hashes.size(); ++i)
        page.photos.push_back({"/p/" + code + "/foto/" + std::to_string(i + 1), tr("{name}, foto {number}", {{"name", page.name}, {"number", std::to_string(i + 1)}}), {}, i == 0});
    return page;
}

Result<http::Response> get_public(Services& services, http::Exchange& exchange)
{
    auto page = TRY(db::read(services.db, [&](db::ReadTx& tx) { return read_public(tx, services, exchange.parameter("code")); }));
    page.frame = public_frame(services, exchange, page.name);
    page.frame.crumbs = {{"/produk-warga", tr("Produk warga")}, {"", page.name}};
    auto response = screens::show(page);
    response.header("Cache-Control", "no-cache");
    return response;
}

template<bool is_small>
Result<http::Response> get_public_photo(Services& services, http::Exchange& exchange)
{
    auto const number = parse_integer(exchange.parameter("number")).value_or(0);
    auto const look = [&](db::ReadTx& tx) -> Result<std::string> {
        auto const row = TRY(public_product(tx, services.city, exchange.parameter("code")));
        auto const hashes = TRY(photos_of(tx, services.city, row.id<ProductId>(0)));
        if (number < 1 || std::size_t(number) > hashes.size())
            return Error::not_found("enterprise.no_photo");
        return hashes[std::size_t(number) - 1];
    };
    auto const sha256 = TRY(db::read(services.db, look));
    auto response = TRY(is_small ? small_photo(services, sha256) : plain_photo(services, sha256));
    response.header("Cache-Control", "no-cache");
    return response;
}

constexpr std::size_t most_cards = 12; // pictures are heavy on a phone; the list has all

tables::TableSpec public_spec(std::vector<tables::Choice> kelurahan)
{
    std::vector<tables::Choice> kinds;
    for (auto const& kind : product_kinds())
        kinds.push_back({std::string(kind.code), std::string(kind.label)});
    return {.path = "/produk-warga",
        .columns = {{.key = "name", .label = TR_NOOP("Produk"), .sort = "name_fold", .width = 28}, {.key = "brand", .label = TR_NOOP("Merek dagang"), .sort = "brand"},
            {.key = "kind", .label = TR_NOOP("Jenis produk"), .sort = "kind", .hide_on_phone = true, .width = 26}, {.key = "net", .label = TR_NOOP("Isi bersih")},
            {.key = "price", .label = TR_NOOP("Harga"), .kind = tables::Kind::Rupiah, .sort = "price_retail"}, {.key = "place", .label = TR_NOOP("Kelurahan"), .sort = "kelurahan"}},
        .filters = {{"jenis", TR_NOOP("Jenis produk"), "kind", std::move(kinds)}, {"kelurahan", TR_NOOP("Kelurahan"), "kelurahan", std::move(kelurahan)}},
        .search = true,
        .default_sort = "name"};
}

std::string name_of_place(std::vector<tables::Choice> const& places, std::string_view code)
{
    auto const found = std::ranges::find(places, code, &tables::Choice::value);
    return found == places.end() ? std::string(code) : found->label;
}

Result<http::Response> get_public_list(Services& services, http::Exchange& exchange)
{
    std::vector<tables::Choice> places;
    auto const regions = TRY(db::read(services.db, [&](db::ReadTx& tx) { return territory::regions(tx, services.city, territory::Level::Kelurahan, "", services.today()); }));
    for (auto const& region : regions)
        places.push_back({region.code, region.name});
    auto const spec = public_spec(places);
    PublicListPage page;
    auto const fetch = [&](tables::ListRequest const& request) -> Result<tables::Table> {
        auto const rows = TRY(db::read(services.db, [&](db::ReadTx& tx) { return tables::fetch_rows(tx, sql::list_public, request, spec, services.city); }));
        auto table = tables::table_of(spec, request, rows);
        table.title = tr("Produk warga");
        table.filename = "produk-warga";
        table.empty_title = tr("Di sini nanti produk warga");
        table.empty_text = tr("Hanya produk yang pemiliknya setuju yang tampil.");
        for (auto const& row : rows.rows) {
            auto const href = "/p/" + row.text(2);
            if (!row.is_null(10) && page.cards.size() < most_cards)
                page.cards.push_back({href, small_href(href + "/foto/1"), row.text(3)});
            table.add({row.text(3), row.text(4), kind_words(row.text(5)), net_of(row, 6, 7), row.is_null(8) ? tables::Cell() : tables::Cell(row.rupiah(8)), name_of_place(places, row.text(9))})
                .at(href)
                .named(row.text(1));
        }
        return table;
    };
    auto answer = TRY(screens::list(services, exchange, spec, fetch));
    if (answer.file)
        return std::move(*answer.file);
    page.table = std::move(answer.html);
    page.frame = public_frame(services, exchange, tr("Produk warga"));
    auto response = screens::show(page);
    response.header("Cache-Control", "no-cache");
    return response;
}

} // namespace

std::vector<http::Route> public_routes(Services& services)
{
    using enum http::Method;
    return {
        {Get, "/p/{code}", "", screens::page(services, get_public), "A product, for everybody, with its owner's consent"},
        {Get, "/p/{code}/foto/{number}", "", screens::page(services, get_public_photo<false>), "A picture of such a product, without what phones write into it"},
        {Get, "/p/{code}/foto/{number}/kecil", "", screens::page(services, get_public_photo<true>), "The same picture, small"},
        {Get, "/produk-warga", "", screens::page(services, get_public_list), "Products whose owners let everybody see them"},
    };
}

} // namespace rtkeren::enterprise
