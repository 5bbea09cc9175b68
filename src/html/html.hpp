#pragma once

#include "base/date.hpp"
#include "base/rupiah.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What compiled pages write to. Everything is escaped; the one way past is Safe, made only by functions of this room.
namespace rtkeren::html {

/// Markup that is known to be safe: made by `html::` functions, `charts` and other compiled pages.
class Safe {
public:
    Safe() = default;
    [[nodiscard]] std::string const& str() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    /// For code that builds markup by its own escaping (charts, barcodes); tidy lists who may call it.
    static Safe trusted(std::string markup) { Safe safe; safe.m_text = std::move(markup); return safe; }

private:
    std::string m_text;
};

class Out {
public:
    void raw(std::string_view literal) { m_text += literal; } // literal text of a template
    void text(std::string_view value); // escaped for element content and quoted attributes
    void text(Safe const& value) { m_text += value.str(); }
    /// href/src: refuses every scheme but http, https, mailto, tel and relative paths by writing "#".
    void url(std::string_view value);
    /// A bare number must have been formatted first.
    void text(int) = delete;
    void text(std::int64_t) = delete;
    void text(double) = delete;
    void text(bool) = delete;
    [[nodiscard]] std::string take() { return std::move(m_text); }
    [[nodiscard]] Safe take_safe() { return Safe::trusted(std::move(m_text)); }

private:
    std::string m_text;
};

[[nodiscard]] std::string escape(std::string_view);

/// An icon of the sprite with its size class: `<svg class="i" aria-hidden="true"><use href="/-/aset/ikon.svg#basket"/></svg>`.
[[nodiscard]] Safe icon(std::string_view name);

/// One item of the main navigation.
struct NavItem {
    std::string href;
    std::string label;
    std::string icon;
    bool current {false};
    std::string count; // "4" or ""
};
struct Crumb {
    std::string href; // "" for the last
    std::string label;
};
/// What every page carries around its content; pages hold one as `frame` and start with `{% layout layout %}`.
struct Frame {
    std::string title;
    std::string city_name; // "Kota Blitar"
    std::string language {"id"};
    std::string other_language_href; // same page in the other language
    bool example {false}; // the strip "Data contoh"
    std::string example_today; // "15 Oktober 2024"
    std::vector<NavItem> nav;
    std::string person; // "" when nobody is signed in
    std::string office; // "Lurah Plosokerep"
    std::string csrf;
    std::vector<Crumb> crumbs;
    std::string notice; // success of what was just done
    std::string error; // summary of a refusal
    std::string help; // petunjuk of this screen
    std::vector<std::string> scripts; // "/-/aset/belanja.js"
};

/// Errors of a form by field, and the values as they were typed.
struct FormState {
    std::vector<std::pair<std::string, std::string>> values; // field -> as typed
    std::vector<std::pair<std::string, std::string>> errors; // field -> worded message
    [[nodiscard]] std::string value(std::string_view field, std::string_view fallback = {}) const;
    [[nodiscard]] std::string error(std::string_view field) const; // "" when fine
    [[nodiscard]] bool has_errors() const { return !errors.empty(); }
};

} // namespace rtkeren::html
