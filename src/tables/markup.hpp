#pragma once

#include "html/html.hpp"
#include "tables/table.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

/// How the HTML writers of this room put elements; not for others.
namespace rtkeren::tables {

struct Attribute {
    std::string_view name;
    std::string value; // escaped; an empty value leaves the attribute out
    Attribute(std::string_view key, std::string text) : name(key), value(std::move(text)) { }
    Attribute(std::string_view key, std::string_view text) : name(key), value(text) { }
    Attribute(std::string_view key, char const* text) : name(key), value(text) { }
};

class Markup {
public:
    Markup& open(std::string_view name, std::initializer_list<Attribute> attributes = {});
    Markup& close(std::string_view name);
    Markup& text(std::string_view words) { m_out.text(words); return *this; }
    Markup& raw(std::string_view literal) { m_out.raw(literal); return *this; }
    Markup& safe(html::Safe const& markup) { m_out.text(markup); return *this; }
    [[nodiscard]] html::Safe take() { return m_out.take_safe(); }

private:
    html::Out m_out;
};

using HeadingWriter = std::function<void(Markup&, Column const&, std::string const& cell_class)>;
void put_table(Markup&, Table const&, HeadingWriter const&);
void put_notes(Markup&, Table const&);
void put_empty(Markup&, std::string_view title, std::string_view text);

} // namespace rtkeren::tables
