#include "html/html.hpp"

#include "formpage/pages.hpp"
#include "html/pages.hpp"
#include "language/language.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <optional>

namespace rtkeren::html {
namespace {

template<class Value>
constexpr bool is_printable = requires(Value const& value) { shown(value); };

template<class Page>
std::string rendered(Page const& page)
{
    Out out;
    render(out, page);
    return out.take();
}

TEST(Out, EscapesTextAndAttributes)
{
    Out out;
    out.text("<b>&\"'");
    out.raw("|");
    out.attr("\" onload=\"x");
    out.raw("|");
    out.text(Safe::trusted("<i>"));
    EXPECT_EQ(out.take(), "&lt;b&gt;&amp;&quot;&#39;|&quot; onload=&quot;x|<i>");
}

TEST(Out, PrintsMoneyAndDaysAsPeopleReadThem)
{
    Out out;
    out.text(1'350'000_rp);
    out.raw(" ");
    out.text(*Date::of(2023, 3, 28));
    EXPECT_EQ(out.take(), "Rp1.350.000 28 Maret 2023");
}

TEST(Out, PrintsNoBareNumber)
{
    static_assert(is_printable<std::string> && is_printable<Rupiah> && is_printable<Name> && is_printable<PersonId>);
    static_assert(!is_printable<int> && !is_printable<std::size_t> && !is_printable<double> && !is_printable<bool>);
}

TEST(SafeUrl, LetsPathsAndKnownSchemesPass)
{
    for (auto const* url : {"/kantong/01H", "?tahun=2023", "#isi", "belanja/baru", "https://contoh.id/a?b=c", "MAILTO:a@contoh.id", "tel:+62342", "/a?b=c:d", ""})
        EXPECT_EQ(safe_url(url), url);
}

TEST(SafeUrl, RefusesScriptsAndForeignHosts)
{
    for (auto const* url : {"javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "java\tscript:x", "data:text/html,x", "vbscript:x", "//jahat.id/x", "\\\\jahat.id", "/\\jahat.id",
             "blob:x", "\x01javascript:x"})
        EXPECT_EQ(safe_url(url), "#") << url;
}

TEST(EncodeUrlPart, KeepsAPathAndNothingThatWouldEndAValue)
{
    EXPECT_EQ(encode_url_part("35.72.03.1002/003/02"), "35.72.03.1002/003/02");
    EXPECT_EQ(encode_url_part("a b&c=d?#é"), "a%20b%26c%3Dd%3F%23%C3%A9");
}

TEST(Escape, LeavesNoMarkupInAnyText)
{
    rc::check([](std::string const& text) { RC_ASSERT(escape(text).find_first_of("<>\"'") == std::string::npos); });
}

TEST(Icon, NamesAPictureOfTheSprite)
{
    EXPECT_EQ(icon("basket").str(), "<svg class=\"i\" aria-hidden=\"true\"><use href=\"/-/aset/ikon.svg#basket\"/></svg>");
}

TEST(FormState, KeepsWhatWasTypedAndWordsTheError)
{
    auto const form = refused_form({{"amount", "1,000,000"}}, Error::field("amount", "rupiah.format", "1,000,000"));
    EXPECT_EQ(form.value("amount"), "1,000,000");
    EXPECT_EQ(form.value("shop", "Toko"), "Toko");
    EXPECT_EQ(form.error("amount"), "“1,000,000” bukan jumlah rupiah. Tulis angka bulat, misalnya 1.350.000.");
    EXPECT_EQ(form.error("shop"), "");
    EXPECT_TRUE(form.has_errors());
    EXPECT_TRUE(form.summary.empty());
}

TEST(FormState, SaysTheRefusalAsAWholeWhenNoFieldIsToBlame)
{
    auto const form = refused_form({}, Error::conflict("request.id_reused"));
    EXPECT_TRUE(form.errors.empty());
    EXPECT_NE(form.summary.find("sudah diterima"), std::string::npos);
}

TEST(FormState, KnowsEachChosenValueOfOneName)
{
    FormState form {.values = {{"rt", "01"}, {"rt", "02"}}};
    EXPECT_TRUE(form.is_chosen("rt", "02"));
    EXPECT_FALSE(form.is_chosen("rt", "03"));
    form.set("rt", "03");
    EXPECT_EQ(form.values.size(), 1u);
    EXPECT_EQ(form.value("rt"), "03");
}

TEST(CardOf, SaysWhatWhyAndTheWayOut)
{
    static constexpr language::Message rows[] = {
        {"test.share", "UMKM kurang {missing:rp}."},
        {"test.share.why", "Sedikitnya {share:bp} harus untuk UMKM."},
        {"test.share.missing", "Masih kurang|{value:rp}"},
        {"fix.planning.move_lines", "Pindahkan {missing:rp} ke UMKM"},
    };
    language::register_messages(rows);
    auto const card = card_of({"test.share", Severity::Block, "Perwali 6/2022", {{"missing", "1350000"}, {"share", "3000"}}, Fix {"planning.move_lines", {{"to", "umkm"}}}});
    EXPECT_EQ(card.tone, "no");
    EXPECT_EQ(card.title, "UMKM kurang Rp1.350.000.");
    EXPECT_EQ(card.why, "Sedikitnya 30 % harus untuk UMKM.");
    ASSERT_EQ(card.rows.size(), 1u);
    EXPECT_EQ(card.rows[0].label, "Masih kurang");
    EXPECT_EQ(card.rows[0].amount, "Rp1.350.000");
    EXPECT_EQ(card.fix_label, "Pindahkan Rp1.350.000 ke UMKM");
    EXPECT_EQ(card.fix_action, "/-/lakukan/planning.move_lines");

    ErrorPage page;
    page.verdicts = {card};
    auto const html = rendered(page);
    EXPECT_NE(html.find("<tr><th scope=\"row\">Masih kurang</th><td>Rp1.350.000</td></tr>"), std::string::npos);
    EXPECT_NE(html.find("<input type=\"hidden\" name=\"to\" value=\"umkm\">"), std::string::npos);
}

TEST(Truthy, MeansSomethingIsThere)
{
    EXPECT_TRUE(truthy(std::string_view("a")) && truthy(5_rp) && truthy(std::optional<int>(0)) && truthy(std::vector {1}) && truthy(2));
    EXPECT_FALSE(truthy(std::string {}) || truthy(Rupiah {}) || truthy(std::optional<int> {}) || truthy(Safe {}) || truthy(PersonId {}) || truthy(0));
}

TEST(DateInputType, NeverHidesWhatWasTyped)
{
    EXPECT_EQ(date_input_type(""), "date");
    EXPECT_EQ(date_input_type("2023-03-28"), "date");
    EXPECT_EQ(date_input_type("31 Februari"), "text");
}

MessagePage message_page()
{
    MessagePage page;
    page.frame.title = "Belanja <tersimpan>";
    page.frame.city_name = "Kota Blitar";
    page.frame.example = true;
    page.frame.nav = {{"", "", true, false, {{"/menunggu", "Menunggu", "inbox", true, "4"}, {"/cari", "Cari", "search", false, {}, true}}},
        {"Dana", "wallet", false, true, {{"/rab", "RAB", "clipboard-list"}, {"/lpj", "LPJ", "report-money"}}}};
    page.frame.person = "Ratna Wulandari";
    page.frame.office = "Lurah Plosokerep";
    page.frame.csrf = "token";
    page.frame.crumbs = {{"/kota", "Kota Blitar"}, {"", "Belanja"}};
    page.title = "Belanja tersimpan";
    page.action_label = "Lihat";
    page.action_href = "javascript:alert(1)";
    return page;
}

TEST(Layout, CarriesNavigationAndContent)
{
    auto const html = rendered(message_page());
    EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n")) << html.substr(0, 200);
    for (auto const* part : {
             "<title>Belanja &lt;tersimpan&gt; · rtkeren</title>",
             "<body class=\"office\">",
             "<aside class=\"contoh\" aria-label=\"Contoh\"><span>Data contoh: semua orang dan angka rekaan</span></aside>",
             "<li><a href=\"/menunggu\" aria-current=\"page\">",
             "<span class=\"count\">4<span class=\"vh\"> hal</span></span>",
             "<ol class=\"crumbs\"><li><a href=\"/kota\">Kota Blitar</a></li><li aria-current=\"page\">Belanja</li></ol>",
             "<form method=\"post\" action=\"/keluar\"><input type=\"hidden\" name=\"csrf\" value=\"token\">",
             "<a class=\"btn\" href=\"#\">Lihat</a>",
         })
        EXPECT_NE(html.find(part), std::string::npos) << part << "\n" << html;
    EXPECT_EQ(html.find("style="), std::string::npos);
    EXPECT_EQ(html.find("\n "), std::string::npos) << "indentation is dropped";
}

std::size_t count_of(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

TEST(Layout, HasGroupsForADeskAndForAPhone)
{
    auto const html = rendered(message_page());
    EXPECT_EQ(count_of(html, "href=\"/menunggu\""), 2U) << "in the column of a desk and in the bar of a phone";
    EXPECT_EQ(count_of(html, "<li><a href=\"/cari\">"), 1U) << "a phone has it at the top";
    EXPECT_NE(html.find("<li><details open><summary>"), std::string::npos) << "the group is open on a desk";
    EXPECT_NE(html.find("<li><details class=\"menu\"><summary>"), std::string::npos) << "and closed on a phone";
    auto page = message_page();
    page.frame.nav[1].current = true;
    EXPECT_EQ(count_of(rendered(page), "<summary aria-current=\"true\">"), 2U);
}

TEST(Layout, ShowsWhatWaitsOnAPhoneToWhoeverIsSignedIn)
{
    auto page = message_page();
    page.frame.person_id = "01H";
    EXPECT_NE(rendered(page).find("data-outbox=\"01H\""), std::string::npos);
    page.frame.person_id.clear();
    EXPECT_EQ(rendered(page).find("data-outbox"), std::string::npos) << "a visitor's page says nothing of it";
}

TEST(Layout, SpeaksTheLanguageOfTheRequest)
{
    language::Use const use(Language::English);
    auto const html = rendered(message_page());
    EXPECT_NE(html.find("Skip to content"), std::string::npos);
    EXPECT_NE(html.find("<nav class=\"nav\" aria-label=\"Main\">"), std::string::npos);
}

TEST(Layout, OffersSignInToVisitors)
{
    auto page = message_page();
    page.frame.person.clear();
    page.frame.nav.clear();
    page.frame.kind = "public";
    auto const html = rendered(page);
    EXPECT_NE(html.find("href=\"/masuk\""), std::string::npos);
    EXPECT_EQ(html.find("<nav class=\"nav\""), std::string::npos);
}

formpage::FormPage form_page()
{
    formpage::FormPage page;
    page.action = "/belanja/baru";
    page.query = "a&b";
    page.frame.csrf = "token";
    page.options = {{"01", "RT 01"}, {"02", "RT 02", "Lapak", "sisa Rp5.000"}};
    page.form.values = {{"id", "01H"}, {"rt", "02"}, {"on", "31 Februari"}, {"amount", "1,000"}, {"note", "\nBaris"}};
    page.form.errors = {{"amount", "Bukan rupiah."}};
    return page;
}

TEST(Partials, ShowAFormAsItWasTyped)
{
    auto const html = rendered(form_page());
    for (auto const* part : {
             "<b>1 isian perlu dibetulkan</b>",
             "<li><a href=\"#f-amount\">Bukan rupiah.</a></li>",
             "<input type=\"hidden\" name=\"csrf\" value=\"token\"><input type=\"hidden\" name=\"id\" value=\"01H\">\n",
             "<label for=\"f-number\">Nomor nota</label>\n<input class=\"input\" id=\"f-number\" name=\"number\" type=\"text\" value=\"\" maxlength=\"80\" required aria-describedby=\"h-number\">",
             "<small id=\"h-number\">Seperti tercetak</small>",
             "value=\"1,000\" maxlength=\"24\" autocomplete=\"off\" required aria-invalid=\"true\" aria-describedby=\"e-amount\">",
             "<small class=\"late\" id=\"e-amount\">Bukan rupiah.</small>",
             "<label for=\"f-on\">Tanggal <span class=\"quiet\">(boleh kosong)</span></label>\n<input class=\"input\" id=\"f-on\" name=\"on\" type=\"text\" value=\"31 Februari\">",
             "rows=\"4\">\n\nBaris</textarea>",
             "<option value=\"\">Pilih RT</option>",
             "<option value=\"01\">RT 01</option>\n<option value=\"02\" selected>RT 02</option>",
             "<span>RT 02<small>Lapak</small></span><span class=\"num small\">sisa Rp5.000</span>",
             "name=\"agree\" value=\"true\"><span>Sudah diperiksa</span>",
             "<a href=\"/belanja?q=a%26b\">Cari a&amp;b</a>",
             "1RT 012RT 02",
         })
        EXPECT_NE(html.find(part), std::string::npos) << part << "\n" << html;
}

TEST(Partials, SayWhatWillStandInAnEmptyList)
{
    auto page = form_page();
    page.options.clear();
    EXPECT_NE(rendered(page).find("<b>Belum ada</b><p class=\"small quiet\">Mulai di sini</p></div>"), std::string::npos);
}

} // namespace
} // namespace rtkeren::html
