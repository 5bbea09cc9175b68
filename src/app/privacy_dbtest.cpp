#include "app/example_for_tests.hpp"
#include "enterprise/enterprise.hpp"

#include <algorithm>
#include <set>

/// Turnover is its owner's, who recorded it, and a named officer's whom the owner allowed: every page and file of the market side is asked for by officers whom nobody
/// allowed, and searched for the very figures. (What a mentor is told at a follow-up is tested in its own room.)
namespace rtkeren::app {
namespace {

constexpr std::array<std::int64_t, 5> figures {87'654'321, 65'432'198, 3'456'789, 7'654'321, 2'345'678};
constexpr std::array market_rooms {"/umkm", "/produk", "/p/", "/omzet", "/pelatihan", "/topik-pelatihan", "/pendampingan", "/survei", "/wawancara", "/naik-kelas", "/penghalang", "/cari", "/menunggu", "/kegiatan"};

bool is_of_market(std::string_view path)
{
    return std::ranges::any_of(market_rooms, [&](std::string_view room) { return path.starts_with(room); });
}

class PrivateTown {
public:
    PrivateTown()
    {
        business = registered("Usaha rahasia");
        twin = registered("USAHA RAHASIA ");
        other = registered("Usaha Rahasia Dua");
        licence = town.run(dinas, "enterprise.add_licence", {{"business", business}, {"kind", "nib"}, {"number", "1112210007923"}}).id;
        product = town.run(dinas, "enterprise.record_product", {{"business", business}, {"name", "Produk rahasia"}, {"kind", "kering"}}).id;
        application = town.run(dinas, "enterprise.apply", {{"product", product}, {"step", "pkp"}, {"applied_on", "2024-10-14"}}).id;
        step = town.run(town.actor("operator"), "ladder.record_step", {{"business", business}, {"step", "titip"}, {"on", "2024-09-01"}}).id;
        record = town.run(dinas, "turnover.record", sold(business, "2024-09-01", "2024-09-30", figures[2])).id;
        town.run(dinas, "turnover.record", sold(twin, "2024-09-01", "2024-09-30", figures[3]));
        merge = std::string(town.run(dinas, "enterprise.merge", {{"business", twin}, {"into", business}, {"reason", "Sama"}}).data.at("merge").as_string());
        pair = one("SELECT id FROM enterprise_pair WHERE city = $1 AND state = 'open' AND (a = $2 OR b = $2)", business).front();
        course = one("SELECT s.course, s.id FROM training_seat s WHERE s.city = $1 AND s.id > $2 LIMIT 1", "").front();
        seat = one("SELECT id FROM training_seat WHERE city = $1 AND course = $2 LIMIT 1", course).front();
        sell_at_home();
    }

    /// What is put for each parameter of a pattern; nothing where the town has none.
    std::optional<std::string> path_of(std::string pattern) const
    {
        std::vector<std::pair<std::string_view, std::string>> const known {{"/umkm/mirip/{id}", "/umkm/mirip/" + pair}, {"/umkm/gabungan/{id}", "/umkm/gabungan/" + merge}, {"/umkm/{id}", "/umkm/" + business},
            {"{licence}", licence}, {"/produk/{id}", "/produk/" + product}, {"{application}", application}, {"/naik-kelas/{id}", "/naik-kelas/" + business},
            {"/naik-kelas/langkah/{step}", "/naik-kelas/langkah/" + step}, {"{product}", product}, {"{step}", "pkp"}, {"/omzet/usaha/{id}", "/omzet/usaha/" + business},
            {"/omzet/catatan/{id}", "/omzet/catatan/" + record}, {"{breakdown}/{key}", "kota/semua"}, {"/pelatihan/{id}", "/pelatihan/" + course},
            {"{course}", course}, {"{seat}", seat}};
        for (auto const& [part, text] : known)
            if (auto const at = pattern.find(part); at != std::string::npos)
                pattern.replace(at, part.size(), text);
        return pattern.find('{') == std::string::npos ? std::optional(pattern) : std::nullopt;
    }
    /// A link to something that was planted, or to a page of its own.
    bool leads_on(std::string const& path) const
    {
        auto const ids = {business, twin, other, product, record, course, pair, merge};
        return std::ranges::any_of(ids, [&](std::string const& id) { return path.find(id) != std::string::npos; }) || path.find("/01") == std::string::npos;
    }

    ExampleTown& town {ExampleTown::with_market()};
    Actor dinas {town.actor("dinas")};
    std::string business, twin, other, licence, product, application, step, record, merge, pair, course, seat;

private:
    std::string registered(std::string_view name)
    {
        return town.run(dinas, "enterprise.register",
            {{"owner_name", "Contoh Rahasia"}, {"no_nik", "not_shown"}, {"owner_phone", "0813 7777 0000"}, {"owner_place", home}, {"name", name}, {"activity", "Kue kering"}, {"place_kind", "rumah"},
                {"place", home}, {"legal_form", "perorangan"}, {"capital", figures[1]}, {"sales_year", 2023}, {"sales_amount", figures[0]}, {"sales_method", "recall_month"}}).id;
    }
    static boost::json::object sold(std::string_view of, std::string_view from, std::string_view to, std::int64_t amount)
    {
        return {{"business", of}, {"from", from}, {"to", to}, {"channel", "rumah"}, {"method", "recall_month"}, {"amount", amount}};
    }
    std::vector<std::string> one(std::string_view text, std::string const& id)
    {
        auto const rows = db::read(town.services.db, [&](db::ReadTx& tx) { return tx.run(db::ReadQuery<2> {text, text}, town.services.city, id); }).value();
        EXPECT_FALSE(rows.empty()) << text;
        std::vector<std::string> found(rows.empty() ? 1 : 0, "01J00000000000000000000000");
        for (std::size_t i = 0; !rows.empty() && i < rows[0].size(); ++i)
            found.push_back(rows[0].text(i));
        return found;
    }
    /// The owner who has an account sells a day, which becomes a record.
    void sell_at_home()
    {
        auto const owner = town.actor("umkm");
        auto const own = db::read(town.services.db, [&](db::ReadTx& tx) { return enterprise::businesses_of(tx, town.services.city, owner.person); }).value();
        town.run(owner, "turnover.add_sale", {{"business", own.front().id.text()}, {"on", "2024-10-14"}, {"channel", "rumah"}, {"amount", figures[4]}});
        town.run(owner, "turnover.close_day", {{"business", own.front().id.text()}, {"on", "2024-10-14"}});
    }
    static constexpr std::string_view home = "35.72.03.1002.001.001";
};

std::string shown_figure(std::string const& body)
{
    for (auto const figure : figures)
        for (auto const& text : {format_number(figure), std::to_string(figure)})
            if (body.find(text) != std::string::npos)
                return text;
    return {};
}

std::vector<std::string> links_in(std::string const& body)
{
    std::vector<std::string> links;
    for (auto at = body.find("href=\"/"); at != std::string::npos; at = body.find("href=\"/", at + 1)) {
        auto const begin = at + 6;
        links.push_back(body.substr(begin, body.find('"', begin) - begin));
        for (auto amp = links.back().find("&amp;"); amp != std::string::npos; amp = links.back().find("&amp;"))
            links.back().replace(amp, 5, "&");
    }
    return links;
}

/// Every page that the reader gets, and what is linked from it; answers where a figure stood.
struct Walk {
    std::set<std::string> asked, told;
    std::size_t shown {0};
    static constexpr std::size_t most = 900;

    void from(PrivateTown& town, Browser const& reader)
    {
        std::vector<std::string> waiting;
        for (auto const& route : town.town.routes)
            if (auto path = town.path_of(route.pattern); route.method == http::Method::Get && path && is_of_market(*path))
                for (auto const* tail : {"", "?format=json", "?format=csv"})
                    waiting.push_back(*path + tail);
        while (!waiting.empty() && asked.size() < most) {
            auto const path = std::move(waiting.back());
            waiting.pop_back();
            if (!asked.insert(path).second)
                continue;
            auto const response = town.town.get_page(reader, path);
            EXPECT_LT(response.status, 500) << path;
            shown += response.status == 200 ? 1 : 0;
            if (auto const figure = shown_figure(response.body); !figure.empty())
                told.insert(path + " tells " + figure);
            for (auto& link : links_in(response.body))
                if (is_of_market(link) && town.leads_on(link) && link.find("format=") == std::string::npos && link.find("after=") == std::string::npos && link.find("sort=") == std::string::npos)
                    waiting.push_back(std::move(link));
        }
    }
};

TEST(Privacy, NoOfficerReadsAFigureThatNobodyAllowed)
{
    PrivateTown town;
    Walk recorder;
    recorder.from(town, town.town.sign_in("dinas"));
    EXPECT_GE(recorder.told.size(), 5U) << "who recorded them reads them: the walk finds what is there";
    for (auto const* login : {"sekkel", "lurah", "inspektorat", "perizinan", "operator"}) {
        Walk walk;
        walk.from(town, town.town.sign_in(login));
        EXPECT_EQ(walk.told, std::set<std::string> {}) << login;
        EXPECT_GE(walk.shown, 40U) << login << " was let through to " << walk.shown << " of " << walk.asked.size();
    }
}

} // namespace
} // namespace rtkeren::app
