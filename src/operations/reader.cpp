#include "operations/reader.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>

namespace rtkeren::operations::detail {
namespace {

constexpr std::size_t echo_bytes = 200;
constexpr std::size_t name_bytes = 80;
/// Enough for any person to correct; a hostile body does not make a page of megabytes.
constexpr std::size_t most_errors = 200;

/// At most `limit` bytes, cut between characters.
std::string shortened(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return std::string(text);
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U)
        --limit;
    return std::string(text.substr(0, limit));
}

std::string echo_of(boost::json::value const& value)
{
    auto const* text = value.if_string();
    auto shown = text != nullptr ? std::string(text->data(), text->size()) : boost::json::serialize(value);
    shown = shortened(shown, echo_bytes);
    return is_valid_utf8(shown) ? shown : std::string {};
}

} // namespace

Reader::Step::Step(Reader& reader, std::string name)
    : m_reader(reader)
    , m_length(reader.m_path.size())
{
    if (!m_reader.m_path.empty())
        m_reader.m_path += '.';
    m_reader.m_path += name;
}

Reader::Step::~Step()
{
    m_reader.m_path.resize(m_length);
}

void Reader::add(std::string name, std::string code, std::string value, Arguments arguments)
{
    if (m_errors.size() < most_errors)
        m_errors.push_back({std::move(name), std::move(code), std::move(value), std::move(arguments)});
}

void Reader::refuse(FieldInfo const& info, boost::json::value const* value, Error const& error)
{
    auto const echo = value != nullptr && !info.secret ? echo_of(*value) : std::string {};
    add(m_path, error.code, echo, error.arguments);
}

void Reader::refuse_unknown(std::vector<FieldInfo> const& infos, boost::json::object const& object)
{
    for (auto const& entry : object) {
        std::string_view const key(entry.key().data(), entry.key().size());
        if (std::any_of(infos.begin(), infos.end(), [key](FieldInfo const& info) { return info.name == key; }))
            continue;
        auto const name = is_valid_utf8(key) ? shortened(key, name_bytes) : std::string("?");
        add(m_path.empty() ? name : m_path + '.' + name, "field.unknown", name, {});
    }
}

boost::json::array const* Reader::list_of(FieldInfo const& info, boost::json::value const& value)
{
    auto const* array = value.if_array();
    if (value.is_object()) {
        refuse(info, &value, Error::invalid("field.type"));
        return nullptr;
    }
    if (array == nullptr) { // a form with one box ticked sends one value
        m_single = boost::json::array(1, value);
        array = &m_single;
    }
    auto const count = static_cast<std::int64_t>(array->size());
    if (count < info.minimum || count > info.maximum) {
        auto const limit = std::to_string(count < info.minimum ? info.minimum : info.maximum);
        add(m_path, count < info.minimum ? "list.short" : "list.long", std::to_string(count), {{"limit", limit}});
        return nullptr;
    }
    return array;
}

Error Reader::error() const
{
    return Error::invalid("input.invalid", m_errors);
}

} // namespace rtkeren::operations::detail
