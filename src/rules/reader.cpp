#include "rules/reader.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::rules {

namespace {

constexpr std::array<std::string_view, 4> certainty_names {"pasti", "diumumkan", "dugaan", "contoh"};

bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= 60
        && std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; });
}

} // namespace

std::string_view name_of(Certainty certainty) { return certainty_names[std::size_t(certainty)]; }

std::optional<Certainty> certainty_of(std::string_view name)
{
    auto const* found = std::ranges::find(certainty_names, name);
    if (found == certainty_names.end())
        return std::nullopt;
    return Certainty(found - certainty_names.begin());
}

void lower_examples(Basis& basis)
{
    if (basis.certainty == Certainty::Example && basis.severity == Severity::Block)
        basis.severity = Severity::Warn;
}

void Findings::add(std::string path, std::string code, std::string value, toml::source_region const& where, Arguments arguments)
{
    // A pack with everything wrong is told so; thousands of rows help nobody.
    constexpr std::size_t enough = 200;
    if (m_all.size() >= enough)
        return;
    arguments.emplace_back("path", path);
    arguments.emplace_back("line", std::to_string(where.begin.line));
    m_all.push_back({std::move(path), std::move(code), std::string(first_characters(value, 100)), std::move(arguments)});
}

TableReader::TableReader(Findings& findings, toml::table const& table, std::string path, Bases const& bases)
    : m_findings(findings)
    , m_table(table)
    , m_path(std::move(path))
    , m_bases(bases)
{
}

TableReader::~TableReader()
{
    for (auto const& [key, node] : m_table)
        if (!m_asked.contains(key.str()))
            note(key.str(), "pack.unknown_key", std::string(key.str()), node.source());
}

std::string TableReader::path_of(std::string_view key) const { return m_path.empty() ? std::string(key) : m_path + "." + std::string(key); }

std::vector<std::string> TableReader::keys()
{
    std::vector<std::string> all;
    for (auto const& [key, node] : m_table)
        all.emplace_back(key.str());
    return all;
}

toml::node const* TableReader::find(std::string_view key)
{
    m_asked.emplace(key);
    return m_table.get(key);
}

void TableReader::note(std::string_view key, std::string code, std::string value, toml::source_region const& where, Arguments arguments)
{
    m_findings.add(path_of(key), std::move(code), std::move(value), where, std::move(arguments));
}

void TableReader::note(std::string_view key, std::string code, std::string value, Arguments arguments)
{
    auto const* node = m_table.get(key);
    note(key, std::move(code), std::move(value), node == nullptr ? m_table.source() : node->source(), std::move(arguments));
}

std::string TableReader::optional_text(std::string_view key, std::size_t maximum)
{
    auto const* node = find(key);
    if (node == nullptr)
        return {};
    auto const* value = node->as_string();
    if (value == nullptr) {
        note(key, "pack.type", {}, node->source());
        return {};
    }
    auto parsed = parse_text(value->get(), 1, maximum);
    if (!parsed.ok()) {
        note(key, "pack.text", value->get(), node->source(), {{"maximum", std::to_string(maximum)}});
        return {};
    }
    return *parsed;
}

std::string TableReader::text(std::string_view key, std::size_t maximum)
{
    if (find(key) == nullptr)
        note(key, "pack.missing", {}, m_table.source());
    return optional_text(key, maximum);
}

std::string TableReader::code(std::string_view key)
{
    auto value = text(key, 60);
    if (!value.empty() && !is_code(value)) {
        note(key, "pack.code", value);
        return {};
    }
    return value;
}

std::int64_t TableReader::optional_integer(std::string_view key, std::int64_t minimum, std::int64_t maximum, std::int64_t fallback)
{
    auto const* node = find(key);
    if (node == nullptr)
        return fallback;
    auto const* value = node->as_integer();
    if (value == nullptr) {
        note(key, "pack.type", {}, node->source());
        return fallback;
    }
    if (value->get() < minimum || value->get() > maximum) {
        note(key, "pack.range", std::to_string(value->get()), node->source(), {{"minimum", std::to_string(minimum)}, {"maximum", std::to_string(maximum)}});
        return fallback;
    }
    return value->get();
}

std::int64_t TableReader::integer(std::string_view key, std::int64_t minimum, std::int64_t maximum)
{
    if (find(key) == nullptr)
        note(key, "pack.missing", {}, m_table.source());
    return optional_integer(key, minimum, maximum, minimum);
}

Rupiah TableReader::rupiah(std::string_view key) { return Rupiah::checked(integer(key, 0, 1'000'000'000'000)); }
Rupiah TableReader::optional_rupiah(std::string_view key) { return Rupiah::checked(optional_integer(key, 0, 1'000'000'000'000, 0)); }
BasisPoints TableReader::share(std::string_view key) { return BasisPoints(std::int32_t(integer(key, 0, 10'000))); }

std::optional<bool> TableReader::maybe_flag(std::string_view key)
{
    auto const* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    auto const* value = node->as_boolean();
    if (value == nullptr) {
        note(key, "pack.type", {}, node->source());
        return std::nullopt;
    }
    return value->get();
}

bool TableReader::flag(std::string_view key) { return maybe_flag(key).value_or(false); }

std::optional<Date> TableReader::date(std::string_view key)
{
    auto const* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    auto const* value = node->as_date();
    if (value == nullptr) {
        note(key, "pack.type", {}, node->source());
        return std::nullopt;
    }
    auto const day = Date::of(value->get().year, value->get().month, value->get().day);
    if (!day.ok()) {
        note(key, "pack.range", {}, node->source(), {{"minimum", "0001-01-01"}, {"maximum", "9999-12-31"}});
        return std::nullopt;
    }
    return *day;
}

std::vector<std::string> TableReader::texts(std::string_view key)
{
    std::vector<std::string> all;
    auto const* node = find(key);
    auto const* array = node == nullptr ? nullptr : node->as_array();
    if (node != nullptr && array == nullptr)
        note(key, "pack.type", {}, node->source());
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        auto const* item = array->get(i)->as_string();
        if (item == nullptr)
            note(key, "pack.type", {}, array->get(i)->source());
        else
            all.push_back(item->get());
    }
    return all;
}

std::optional<Basis> TableReader::named_basis(std::string_view key)
{
    auto const name = optional_text(key, 60);
    if (name.empty())
        return std::nullopt;
    auto const found = m_bases.find(name);
    if (found == m_bases.end()) {
        note(key, "pack.reference", name, {{"kind", "basis"}});
        return std::nullopt;
    }
    return found->second;
}

void TableReader::read_validity(Basis& basis)
{
    if (auto const from = date("valid_from"))
        basis.valid_from = from;
    if (auto const until = date("valid_until"))
        basis.valid_until = until;
    if (basis.valid_from && basis.valid_until && *basis.valid_until < *basis.valid_from)
        note("valid_until", "pack.order", basis.valid_until->iso());
}

void TableReader::read_words(Basis& basis)
{
    if (auto citation = optional_text("citation", 300); !citation.empty())
        basis.citation = std::move(citation);
    if (auto const name = optional_text("certainty", 20); !name.empty()) {
        if (auto const certainty = certainty_of(name))
            basis.certainty = *certainty;
        else
            note("certainty", "pack.reference", name, {{"kind", "certainty"}});
    }
    if (auto const name = optional_text("severity", 20); !name.empty()) {
        if (auto const severity = severity_of(name))
            basis.severity = *severity;
        else
            note("severity", "pack.reference", name, {{"kind", "severity"}});
    }
}

Basis TableReader::basis()
{
    Basis basis = named_basis("basis").value_or(Basis {});
    read_words(basis);
    read_validity(basis);
    if (m_table.get("basis") == nullptr && m_table.get("citation") == nullptr)
        note("basis", "pack.missing", {}, m_table.source());
    lower_examples(basis);
    return basis;
}

void TableReader::require(std::string_view key)
{
    if (m_table.get(key) == nullptr)
        note(key, "pack.missing", {}, m_table.source());
}

void TableReader::forget_others()
{
    for (auto const& [key, node] : m_table)
        m_asked.emplace(key.str());
}

} // namespace rtkeren::rules
