#include "app/example_for_tests.hpp"
#include "base/text.hpp"
#include "documents/xlsx_for_tests.hpp"

#include <deque>
#include <regex>
#include <set>

/// What people type wrongly, into every form that they find by following links: each is refused with a sentence, nothing typed is lost.
namespace rtkeren::app {

namespace {

using http::Method;

struct FormField {
    std::string name, type, value;
    bool is_number {false};
};
struct FoundForm {
    std::string action;
    std::vector<FormField> fields;
};

std::string attribute(std::string const& tag, std::string const& name)
{
    std::smatch found;
    return std::regex_search(tag, found, std::regex("[ \n]" + name + "=\"([^\"]*)\"")) ? found[1].str() : std::string {};
}

/// The posted forms of a page with what stands in them.
std::vector<FoundForm> forms_of(std::string const& html, std::string const& path)
{
    static std::regex const part("<(form|input|textarea|select|option|/form)( [^>]*)?>");
    std::vector<FoundForm> forms;
    bool is_inside = false;
    for (auto it = std::sregex_iterator(html.begin(), html.end(), part); it != std::sregex_iterator(); ++it) {
        auto const kind = (*it)[1].str();
        auto const tag = (*it)[0].str();
        if (kind == "form" || kind == "/form") {
            is_inside = kind == "form" && attribute(tag, "method") == "post";
            if (is_inside)
                forms.push_back({attribute(tag, "action").empty() ? path : attribute(tag, "action"), {}});
            continue;
        }
        auto const name = attribute(tag, "name");
        if (!is_inside)
            continue;
        auto& fields = forms.back().fields;
        if (kind == "option") {
            if (!fields.empty() && fields.back().type == "select" && (fields.back().value.empty() || tag.find(" selected") != std::string::npos))
                fields.back().value = attribute(tag, "value");
        } else if (!name.empty()) {
            fields.push_back({name, kind == "input" ? attribute(tag, "type") : kind, attribute(tag, "value"), attribute(tag, "inputmode") == "numeric"});
        }
    }
    return forms;
}

std::vector<std::string> paths_of(std::string const& html)
{
    static std::regex const href("href=\"(/[^\"#]*)");
    std::vector<std::string> paths;
    for (auto it = std::sregex_iterator(html.begin(), html.end(), href); it != std::sregex_iterator(); ++it)
        paths.push_back(std::regex_replace((*it)[1].str(), std::regex("&amp;"), "&"));
    return paths;
}

bool is_typed(FormField const& field)
{
    static std::set<std::string> const secret {"phone", "nik", "npwp", "account_number", "password"};
    auto const last = field.name.substr(field.name.rfind('.') + 1);
    return (field.type == "text" || field.type == "tel" || field.type.empty() || field.type == "date" || field.type == "textarea") && !secret.contains(last);
}

struct Forms : testing::Test {
    ExampleTown& town {ExampleTown::get()};

    /// Everything that can be typed is wrong: a day that does not exist, an amount with commas, ten thousand letters.
    Pairs bad_input(FoundForm const& form, Pairs& typed) const
    {
        Pairs sent;
        for (auto const& field : form.fields) {
            auto value = field.value;
            if (is_typed(field)) {
                auto const mark = "uji" + std::to_string(typed.size());
                value = field.type == "date" ? "2024-02-30" : field.is_number ? "1,000,0" + std::to_string(10 + typed.size() % 90) : mark + " 😀 <b>\"'" + std::string(10'000, 'x');
                typed.emplace_back(field.name, field.type == "date" || field.is_number ? value : mark + " ");
            }
            if (field.type != "file" && field.name != "csrf")
                sent.emplace_back(field.name, std::move(value));
        }
        return sent;
    }
    void expect_refused(Browser const& browser, FoundForm const& form, std::string const& page)
    {
        Pairs typed;
        auto const sent = bad_input(form, typed);
        auto const response = town.post(browser, form.action, sent);
        auto const where = browser.login + " " + page + " -> " + form.action;
        EXPECT_TRUE(response.status == 422 || response.status == 409 || response.status == 403) << where << " answers " << response.status;
        EXPECT_EQ(response.body.find("Ini tidak dapat dilakukan ("), std::string::npos) << where << " has a code without a sentence";
        EXPECT_EQ(response.body.find("<b>\"'"), std::string::npos) << where << " does not escape";
        static std::regex const placeholder(">[^<]*\\{[a-z]+(:[a-z]+)?\\}[^<]*<");
        EXPECT_FALSE(std::regex_search(response.body, placeholder)) << where << " shows a placeholder";
        if (response.status == 403)
            return;
        for (auto const& [name, value] : typed)
            EXPECT_NE(response.body.find(value), std::string::npos) << where << " lost " << name;
    }
    /// Follows links from the first page; a few pages of each route, one form of each kind.
    int try_forms(std::string const& login)
    {
        auto const browser = town.sign_in(login);
        std::deque<std::string> wanted {"/menunggu"};
        std::set<std::string> seen, tried;
        std::map<std::string, int> of_kind;
        int forms = 0;
        while (!wanted.empty()) {
            auto const target = wanted.front();
            wanted.pop_front();
            auto const path = target.substr(0, target.find('?'));
            auto const match = http::match_route(town.routes, Method::Get, path);
            auto const is_file = target.find("format=") != std::string::npos || path.ends_with("/contoh") || path.ends_with("/pdf");
            if (is_file || target.starts_with("/bahasa/") || match.route == nullptr || !seen.insert(target).second || ++of_kind[match.route->pattern] > 2)
                continue;
            auto const page = town.get_page(browser, target);
            if (page.status == 303)
                wanted.push_back(header_of(page, "Location"));
            EXPECT_TRUE(page.status == 200 || page.status == 303) << login << " is led to " << target << ", which answers " << page.status;
            if (page.status != 200 || !page.content_type.starts_with("text/html"))
                continue;
            for (auto& each : paths_of(page.body))
                wanted.push_back(std::move(each));
            for (auto const& form : forms_of(page.body, target)) {
                auto const post = http::match_route(town.routes, Method::Post, form.action.substr(0, form.action.find('?')));
                auto const is_own = form.action.starts_with("/akun") || form.action.starts_with("/keluar");
                if (post.route == nullptr || is_own || std::ranges::none_of(form.fields, is_typed) || !tried.insert(post.route->pattern).second)
                    continue;
                expect_refused(browser, form, target);
                ++forms;
            }
        }
        return forms;
    }
    http::Response upload(Browser const& browser, std::string const& path, std::string const& bytes, Pairs form = {})
    {
        auto request = town.request(Method::Post, path, browser);
        request.form = std::move(form);
        request.form.emplace_back("csrf", browser.csrf);
        request.form.emplace_back("id", town.env.ulid().str());
        auto const file = tests::fresh_path("sheet");
        std::ofstream(file, std::ios::binary) << bytes;
        request.uploads.push_back({"sheet", "daftar.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file, bytes.size()});
        return town.send(request);
    }
};

} // namespace

TEST_F(Forms, RefuseWhatIsWrongAndKeepWhatWasTyped)
{
    int forms = 0;
    for (auto const* login : {"tapem", "inspektorat", "bkd", "lurah", "sekkel", "pptk", "bendahara_kelurahan", "operator", "pokmas_ketua", "pokmas_bendahara", "admin"})
        forms += try_forms(login);
    EXPECT_GT(forms, 60);
}

TEST_F(Forms, LeadNobodyToWhatHeMayNotDo)
{
    for (auto const* login : {"walikota", "dinas", "camat", "pendamping", "ketua_rt", "ketua_rw", "lpmk", "pokmas_sekretaris", "pokmas_pengawas"})
        try_forms(login);
}

TEST_F(Forms, SpreadsheetsThatAreNoneAreRefusedByWhatIsInThem)
{
    struct Case {
        std::string bytes, sentence;
    };
    documents::XlsxParts bomb;
    bomb.rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + std::string(50'000'000, ' ');
    std::vector<Case> const cases {{"", "Belum ada isinya."}, {"Ini surat, bukan lembar kerja\nbaris dua\n", "Baris judul tidak ditemukan"},
        {"%PDF-1.7\n", "Berkas ini bukan lembar kerja."}, {"PK\x03\x04 rusak", "Berkas ini bukan lembar kerja."}, {documents::make_xlsx(bomb), "Lembar kerja ini terlalu besar"}};
    ASSERT_LT(cases.back().bytes.size(), 100'000u) << "much from little";
    for (auto const& [login, path] : Pairs {{"operator", "/rab/impor"}, {"bkd", "/pencairan/impor"}, {"sekkel", "/pokmas/impor"}, {"sekkel", "/pengguna/impor"}, {"tapem", "/harga/impor"},
             {"tapem", "/wilayah/impor"}, {"tapem", "/kalender/impor"}}) {
        auto const browser = town.sign_in(login);
        for (auto const& each : cases) {
            auto const response = upload(browser, path, each.bytes, {{"year", "2024"}, {"on", "2024-10-15"}, {"from", "2024-10-15"}});
            EXPECT_EQ(response.status, 422) << path << ' ' << each.sentence;
            EXPECT_NE(response.body.find(each.sentence), std::string::npos) << path << ": " << each.sentence;
        }
    }
}

} // namespace rtkeren::app
