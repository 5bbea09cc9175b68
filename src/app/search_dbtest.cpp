#include "app/example_for_tests.hpp"

#include <algorithm>
#include <regex>

/// Who searches what: nobody finds what they may not open.
namespace rtkeren::app {

namespace {

std::vector<std::string> found_links(std::string const& html)
{
    static std::regex const line("<li class=\"pair\"><a href=\"([^\"]+)\"");
    std::vector<std::string> links;
    for (auto it = std::sregex_iterator(html.begin(), html.end(), line); it != std::sregex_iterator(); ++it)
        links.push_back((*it)[1].str());
    return links;
}

bool has_link(std::vector<std::string> const& links, std::string_view start)
{
    return std::ranges::any_of(links, [&](std::string const& link) { return link.starts_with(start); });
}

struct Search : testing::Test {
    ExampleTown& town {ExampleTown::get()};
    std::vector<std::string> find(Browser const& browser, std::string const& words) const
    {
        auto const page = town.get_page(browser, "/cari?q=" + http::url_encode(words));
        EXPECT_EQ(page.status, 200) << words;
        return found_links(page.body);
    }
};

} // namespace

TEST_F(Search, EveryRoleOpensWhatItFinds)
{
    auto const accounts = db::read(town.services.db, [&](db::ReadTx& tx) { return identity::example_accounts(tx, town.services.city,
        town.services.today()); }).value();
    for (auto const& account : accounts) {
        auto const browser = town.sign_in(account.login);
        std::size_t found = 0;
        for (std::string const words : {"RT 1 RW 1", "Plosokerep", "pokmas", "2024", "umkm", "toko", "blj", "rab", "35.72.01.1001"})
            for (auto const& link : find(browser, words)) {
                EXPECT_EQ(town.get_page(browser, link).status, 200) << account.login << " found " << link << " by " << words;
                ++found;
            }
        // Owners, facilitators and interviewers read nothing of the programme, only what is their own.
        if (!town.actor(account.login).has("insight.read"))
            EXPECT_EQ(found, 0u);
        else
            EXPECT_GT(found, 0u) << account.login;
    }
}

TEST_F(Search, APokmasFindsItsOwnPapersAndNoOthers)
{
    auto const treasurer = town.sign_in("pokmas_bendahara");
    auto const city = town.sign_in("tapem");
    auto const everywhere = find(city, "RT 1 RW 1 2024");
    EXPECT_TRUE(has_link(everywhere, "/kantong/"));
    EXPECT_TRUE(has_link(everywhere, "/rab/"));
    auto const own = find(treasurer, "RT 1 RW 1 2024");
    EXPECT_TRUE(has_link(own, "/kantong/"));
    EXPECT_TRUE(has_link(own, "/rab/"));
    EXPECT_FALSE(has_link(find(treasurer, "RT 1 RW 2 2024"), "/kantong/")) << "the neighbour's purse";
    EXPECT_TRUE(has_link(find(treasurer, "RT 1 RW 2"), "/rt/")) << "places are known to everybody inside";
    EXPECT_EQ(find(treasurer, "%"), std::vector<std::string> {});
    EXPECT_EQ(find(treasurer, "tidak ada yang bernama begini"), std::vector<std::string> {});
    EXPECT_EQ(town.get_page({}, "/cari?q=toko").status, 303) << "a visitor signs in first";
}

TEST_F(Search, WorksWithoutAScriptAndShowsWhatWasTyped)
{
    auto const page = town.get_page(town.sign_in("lurah"), "/cari?q=%3Cb%3Etoko");
    EXPECT_NE(page.body.find("method=\"get\" action=\"/cari\""), std::string::npos);
    EXPECT_NE(page.body.find("value=\"&lt;b&gt;toko\""), std::string::npos);
    EXPECT_NE(town.get_page(town.sign_in("lurah"), "/menunggu").body.find("href=\"/cari\""), std::string::npos) << "from every page";
}

} // namespace rtkeren::app
