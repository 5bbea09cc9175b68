#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/rupiah.hpp"
#include "base/text.hpp"
#include "html/truthy.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What compiled pages write to. Everything is escaped; the one way past is Safe, made only by functions of this room.
/// How pages are written: README.md beside this file.
namespace rtkeren::html {

/// Markup that is known to be safe: made by `html::` functions, `charts` and other compiled pages.
class Safe {
public:
    Safe() = default;
    [[nodiscard]] std::string const& str() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    /// For code that builds markup by its own escaping (charts, barcodes); tidy lists who may call it.
    static Safe trusted(std::string markup)
    {
        Safe safe;
        safe.m_text = std::move(markup);
        return safe;
    }

private:
    std::string m_text;
};

/// What a page prints for a value, before escaping. Numbers are not printable: they must have been formatted first.
[[nodiscard]] inline std::string shown(std::string_view value) { return std::string(value); }
[[nodiscard]] inline std::string shown(std::string const& value) { return value; }
[[nodiscard]] inline std::string shown(char const* value) { return value; }
[[nodiscard]] inline std::string shown(Rupiah value) { return format_rupiah(value); }
[[nodiscard]] std::string shown(Date value); // in the language of the request
template<std::size_t Minimum, std::size_t Maximum>
[[nodiscard]] std::string shown(Text<Minimum, Maximum> const& value) { return value.str(); }
template<class Tag>
[[nodiscard]] std::string shown(Id<Tag> const& value) { return value.str(); }
template<class Number>
    requires std::is_arithmetic_v<Number>
std::string shown(Number) = delete;

class Out {
public:
    void raw(std::string_view literal) { m_text += literal; } // literal text of a template
    /// Escaped for element content and quoted attributes.
    void text(std::string_view value);
    void text(std::string const& value) { text(std::string_view(value)); }
    void text(Safe const& value) { m_text += value.str(); }
    template<class Value>
    void text(Value const& value) { text(std::string_view(shown(value))); }
    /// A quoted attribute's value: as text, but markup does not belong there.
    template<class Value>
    void attr(Value const& value) { text(value); }
    void attr(Safe const&) = delete;
    /// href/src from its start: refuses every scheme but http, https, mailto, tel and relative paths by writing "#".
    void url(std::string_view value);
    /// A part of a URL after literal text: percent-encoded but for letters, digits and "-._~/".
    template<class Value>
    void url_part(Value const& value) { encoded(shown(value)); }
    [[nodiscard]] std::string take() { return std::move(m_text); }
    [[nodiscard]] Safe take_safe() { return Safe::trusted(std::move(m_text)); }

private:
    void encoded(std::string_view value);
    std::string m_text;
};

[[nodiscard]] std::string escape(std::string_view);
[[nodiscard]] std::string encode_url_part(std::string_view);
/// What Out::url writes before escaping: the address itself or "#".
[[nodiscard]] std::string_view safe_url(std::string_view);

/// An icon of the sprite with its size class: `<svg class="i" aria-hidden="true"><use href="/-/aset/ikon.svg#basket"/></svg>`.
/// Letters, digits and "-" only; anything else is our bug.
[[nodiscard]] Safe icon(std::string_view name);

/// A compiled page (or part of one) as markup for another.
template<class Page>
[[nodiscard]] Safe part(Page const& page)
{
    Out out;
    render(out, page);
    return out.take_safe();
}

/// One item of the main navigation.
struct NavItem {
    std::string href;
    std::string label;
    std::string icon;
    bool current {false};
    std::string count {}; // "4" or ""
    bool desk_only {false}; // a phone has it elsewhere
};
/// Entries that belong together, one press away; without a label they stand by themselves.
struct NavGroup {
    std::string label, icon;
    bool current {false}; // one of the entries is
    bool open {false}; // on a desk from the start
    std::vector<NavItem> items;
};
struct Crumb {
    std::string href; // "" for the last
    std::string label;
};
/// What every page carries around its content; pages hold one as `frame` and start with `{% layout layout %}`.
struct Frame {
    std::string title {};
    std::string city_name {}; // "Kota Blitar"
    std::string language {"id"};
    std::string other_language_href {}; // same page in the other language
    bool example {false}; // the strip "Data contoh"
    std::string example_today {}; // "15 Oktober 2024"
    std::vector<NavGroup> nav {};
    std::string person {}; // "" when nobody is signed in
    std::string person_id {}; // whose phone this is while they are signed in
    std::string office {}; // "Lurah Plosokerep"
    std::string csrf {};
    std::vector<Crumb> crumbs {};
    std::string notice {}; // success of what was just done
    std::string error {}; // summary of a refusal that has no form of its own
    std::string help {}; // petunjuk of this screen
    std::vector<std::string> scripts {}; // "/-/aset/belanja.js"
    std::string kind {"office"}; // class of body: "office" with navigation, "public", "form" one task on a phone, "paper"
    std::string home_href {"/"};
    std::string account_href {"/akun"}; // one's own page: password, sessions
    std::string sign_in_href {"/masuk"};
    std::string sign_out_action {"/keluar"}; // POST
    std::string back_href {}; // "form" pages: where "Batal" leads
};

/// One choice of a select or of radio cards.
struct Option {
    std::string value;
    std::string label;
    std::string hint {}; // second line of a card
    std::string detail {}; // at the card's end: "sisa Rp4.200.000"
};

/// One step of the arithmetic in a refusal.
struct SumRow {
    std::string label;
    std::string amount;
    bool total {false}; // the last row carries the line
};
/// A rule's refusal or warning, worded: what, why with arithmetic, the button of the fix.
struct VerdictCard {
    std::string tone {"no"}; // "no", "warn", "info"
    std::string title;
    std::string why {};
    std::vector<SumRow> rows {};
    std::string citation {};
    std::string fix_label {}; // "" when there is no lawful fix to offer
    std::string fix_action {}; // where its form posts
    std::string fix_id {}; // request id of the fix: a new one, so that the form may still be sent with its own; set by who shows the page
    Arguments fix_input {};
};
/// Words a verdict from the message rows of its room: `<code>` is what, `<code>.why` why, `<code>.fix` (else `fix.<operation>`) the button,
/// and `<code>.<number>` (else `number.<number>`) one row of arithmetic as "Label|{value:rp}"; a name that starts with "total" carries the line.
/// The fix posts to `/-/lakukan/<operation>`.
[[nodiscard]] VerdictCard card_of(Verdict const&);

/// Errors of a form by field, and the values as they were typed. The request id is the value "id", the row's version the value "version".
struct FormState {
    std::vector<std::pair<std::string, std::string>> values {}; // field -> as typed
    std::vector<std::pair<std::string, std::string>> errors {}; // field -> worded message
    std::vector<std::pair<std::string, std::string>> labels {}; // field -> what the page calls it: the list of errors begins with it
    std::string summary {}; // the refusal as a whole, when no field and no rule is to blame
    std::vector<VerdictCard> verdicts {};
    [[nodiscard]] std::string value(std::string_view field, std::string_view fallback = {}) const;
    [[nodiscard]] std::string error(std::string_view field) const; // "" when fine
    [[nodiscard]] std::string label(std::string_view field) const; // "" when not known
    [[nodiscard]] bool has_errors() const { return !errors.empty() || !summary.empty(); }
    [[nodiscard]] bool is_chosen(std::string_view field, std::string_view option) const; // some value of that name equals
    void set(std::string_view field, std::string value); // replaces
};
/// The form again after a refusal: what was typed, each field's error and each verdict worded in the language of the request.
[[nodiscard]] FormState refused_form(Arguments typed, Error const&);

/// "date" for an empty or ISO value, else "text": a browser would throw away anything else that was typed.
[[nodiscard]] std::string_view date_input_type(std::string_view value);

} // namespace rtkeren::html
