#include "app/example_for_tests.hpp"
#include "base/text.hpp"
#include "language/catalogue.hpp"
#include "language/language.hpp"

#include <regex>
#include <set>

/// The switch to English: every sentence has its English, and pages use it.
namespace rtkeren::app {

namespace {

/// Whether the compiled catalogue holds a msgid; its texts are split by NUL.
bool has_english(std::string_view msgid)
{
    std::string wanted(1, '\0');
    wanted.append(msgid).push_back('\0');
    return language::english_catalogue().find(wanted) != std::string_view::npos;
}

/// What stands between tags, as people read it.
std::set<std::string> texts_of(std::string const& html)
{
    static std::regex const text(">([^<>{}]+)<");
    std::set<std::string> texts;
    for (auto it = std::sregex_iterator(html.begin(), html.end(), text); it != std::sregex_iterator(); ++it)
        texts.emplace(trim((*it)[1].str()));
    texts.erase("");
    return texts;
}

struct English : testing::Test {
    ExampleTown& town {ExampleTown::get()};
    http::Response get(Browser const& browser, std::string const& target) const
    {
        auto request = town.request(http::Method::Get, target, browser);
        request.cookies.emplace("bahasa", "en");
        return town.send(request);
    }
};

} // namespace

TEST_F(English, EverySentenceOfACodeHasItsEnglish)
{
    auto const all = language::all_messages();
    EXPECT_GT(all.size(), 500u);
    for (auto const& message : all)
        EXPECT_TRUE(has_english(message.indonesian)) << message.code << ": " << message.indonesian;
}

TEST_F(English, TheSwitchIsACookieAndLeadsBack)
{
    auto const response = town.get_page({}, "/bahasa/en?kembali=%2Fmasuk");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(header_of(response, "Location"), "/masuk");
    EXPECT_TRUE(header_of(response, "Set-Cookie").starts_with("bahasa=en;"));
    auto const page = get({}, "/masuk");
    EXPECT_NE(page.body.find("<html lang=\"en\""), std::string::npos);
    EXPECT_NE(page.body.find("Sign in"), std::string::npos);
    EXPECT_EQ(page.body.find("Kata sandi"), std::string::npos);
    EXPECT_NE(town.get_page({}, "/masuk").body.find("Kata sandi"), std::string::npos) << "without the cookie it is Indonesian";
}

TEST_F(English, PagesSpeakOneLanguage)
{
    for (auto const* login : {"tapem", "pokmas_bendahara", "sekkel", "lurah"}) {
        auto const browser = town.sign_in(login);
        for (auto const& route : town.routes) {
            if (route.method != http::Method::Get || route.pattern.find('{') != std::string::npos || route.pattern.starts_with("/api/"))
                continue;
            auto const page = get(browser, route.pattern);
            if (page.status != 200 || !page.content_type.starts_with("text/html"))
                continue;
            static std::set<std::string> const words_of_data {"RAB disetujui", "contoh", "pendamping"}; // a deadline's name in the pack; the note of the example's pack; a sign-in name
            for (auto const& text : texts_of(page.body)) {
                if (words_of_data.contains(text))
                    continue;
                auto const english = [&] {
                    language::Use const use(Language::English);
                    return language::tr(text);
                }();
                EXPECT_EQ(english, text) << "Indonesian on " << route.pattern << " for " << login;
            }
        }
    }
}

} // namespace rtkeren::app
