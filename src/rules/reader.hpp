#pragma once

#include "rules/rules.hpp"

#include <toml++/toml.h>

#include <set>

/// Reading one TOML table of a pack: every getter notes what is wrong with path and line and answers something harmless, so that all findings come at once.
namespace rtkeren::rules {

class Findings {
public:
    void add(std::string path, std::string code, std::string value, toml::source_region const&, Arguments = {});
    [[nodiscard]] std::vector<FieldError> take() { return std::move(m_all); }
    [[nodiscard]] bool empty() const { return m_all.empty(); }

private:
    std::vector<FieldError> m_all;
};

using Bases = std::map<std::string, Basis>;

class TableReader {
public:
    TableReader(Findings&, toml::table const&, std::string path, Bases const&);
    TableReader(TableReader const&) = delete;
    TableReader& operator=(TableReader const&) = delete;
    /// Notes the keys that nobody asked for.
    ~TableReader();

    [[nodiscard]] std::string text(std::string_view key, std::size_t maximum = 200);
    [[nodiscard]] std::string optional_text(std::string_view key, std::size_t maximum = 200);
    /// Lower-case letters, digits and "_", as codes and keys are.
    [[nodiscard]] std::string code(std::string_view key);
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t minimum, std::int64_t maximum);
    [[nodiscard]] std::int64_t optional_integer(std::string_view key, std::int64_t minimum, std::int64_t maximum, std::int64_t fallback);
    [[nodiscard]] Rupiah rupiah(std::string_view key);
    [[nodiscard]] Rupiah optional_rupiah(std::string_view key);
    [[nodiscard]] BasisPoints share(std::string_view key); // 0 to 10000
    [[nodiscard]] bool flag(std::string_view key); // absent is false
    [[nodiscard]] std::optional<bool> maybe_flag(std::string_view key);
    [[nodiscard]] std::optional<Date> date(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// `basis = "key"` of the table [basis], and what stands here instead of it: citation, certainty, severity, valid_from, valid_until.
    [[nodiscard]] Basis basis();
    /// A named basis in another key; absent is nothing.
    [[nodiscard]] std::optional<Basis> named_basis(std::string_view key);
    /// The tables of an array, each with a reader of its own.
    template <class Work> void each(std::string_view key, Work const& work)
    {
        auto const* node = find(key);
        auto const* array = node == nullptr ? nullptr : node->as_array();
        if (node != nullptr && array == nullptr)
            note(key, "pack.type", {}, node->source());
        for (std::size_t i = 0; array != nullptr && i < array->size(); ++i)
            with_table(*array->get(i), path_of(key) + "[" + std::to_string(i + 1) + "]", work);
    }
    template <class Work> void with(std::string_view key, Work const& work)
    {
        if (auto const* node = find(key); node != nullptr)
            with_table(*node, path_of(key), work);
        else
            note(key, "pack.missing", {}, m_table.source());
    }

    void note(std::string_view key, std::string code, std::string value, Arguments arguments = {});
    void require(std::string_view key); // pack.missing
    void ignore(std::string_view key) { m_asked.emplace(key); }
    void forget_others(); // keys that were not asked for are no finding of this reader
    [[nodiscard]] std::string path_of(std::string_view key) const;
    [[nodiscard]] toml::source_region const& source() const { return m_table.source(); }
    [[nodiscard]] std::string const& path() const { return m_path; }
    [[nodiscard]] std::vector<std::string> keys();

private:
    template <class Work> void with_table(toml::node const& node, std::string path, Work const& work)
    {
        if (auto const* table = node.as_table(); table != nullptr) {
            TableReader reader(m_findings, *table, std::move(path), m_bases);
            work(reader);
        } else {
            m_findings.add(std::move(path), "pack.type", {}, node.source());
        }
    }
    toml::node const* find(std::string_view key);
    void note(std::string_view key, std::string code, std::string value, toml::source_region const&, Arguments arguments = {});
    void read_words(Basis&);
    void read_validity(Basis&);

    Findings& m_findings;
    toml::table const& m_table;
    std::string m_path;
    Bases const& m_bases;
    std::set<std::string, std::less<>> m_asked;
};

[[nodiscard]] std::optional<Certainty> certainty_of(std::string_view);
/// The rule of the house: what is only an example may warn, never block.
void lower_examples(Basis&);

} // namespace rtkeren::rules
