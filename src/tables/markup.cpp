#include "tables/markup.hpp"

namespace rtkeren::tables {

Markup& Markup::open(std::string_view name, std::initializer_list<Attribute> attributes)
{
    m_out.raw("<");
    m_out.raw(name);
    for (auto const& attribute : attributes) {
        if (attribute.value.empty())
            continue;
        m_out.raw(" ");
        m_out.raw(attribute.name);
        m_out.raw("=\"");
        if (attribute.name == "href" || attribute.name == "data-href")
            m_out.url(attribute.value);
        else
            m_out.text(std::string_view {attribute.value});
        m_out.raw("\"");
    }
    m_out.raw(">");
    return *this;
}

Markup& Markup::close(std::string_view name)
{
    m_out.raw("</");
    m_out.raw(name);
    m_out.raw(">");
    return *this;
}

} // namespace rtkeren::tables
