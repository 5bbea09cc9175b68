#include "territory/rt_rows.hpp"

#include <algorithm>

namespace rtkeren::territory {

namespace {

/// "RT 02 RW 03" -> "rt" "02" "rw" "03"; letters and digits are parted where they touch.
std::vector<std::string> words_in(std::string_view text)
{
    std::vector<std::string> words;
    char last = ' ';
    for (char const character : fold(text)) {
        auto const is_digit = character >= '0' && character <= '9';
        auto const is_letter = character >= 'a' && character <= 'z';
        auto const was_digit = last >= '0' && last <= '9';
        if (!is_digit && !is_letter) {
            last = ' ';
            continue;
        }
        if (last == ' ' || was_digit != is_digit)
            words.emplace_back();
        words.back() += character;
        last = character;
    }
    return words;
}

/// "RW 03", "03" and "3" are 3; "" when there is no number of up to three digits.
std::string number_in(std::string_view text, std::string_view word)
{
    auto words = words_in(text);
    if (words.size() == 2 && words[0] == word)
        words.erase(words.begin());
    auto const is_number = words.size() == 1 && is_digits(words[0]) && words[0].size() <= 3 && parse_integer(words[0]).value_or(0) > 0;
    return is_number ? words[0] : std::string {};
}

/// One origin: a code, or the words behind RT and RW.
std::optional<std::string> origin_of(std::string_view text, PlaceCode const& own)
{
    auto const code = PlaceCode::parse(text);
    if (code.ok())
        return code->level == Level::Rt ? std::optional(code->text) : std::nullopt;
    std::string rt;
    auto rw = own.rw();
    auto const words = words_in(text);
    for (std::size_t i = 0; i < words.size(); i += 2) {
        auto const has_number = i + 1 < words.size() && is_digits(words[i + 1]) && words[i + 1].size() <= 3;
        if (!has_number || (words[i] != "rt" && words[i] != "rw"))
            return std::nullopt;
        (words[i] == "rt" ? rt : rw) = words[i + 1];
    }
    auto const made = PlaceCode::parse(own.kelurahan() + "." + rw + "." + rt);
    return made.ok() && made->level == Level::Rt ? std::optional(made->text) : std::nullopt;
}

} // namespace

KelurahanNames::KelurahanNames(std::vector<Region> const& regions)
{
    for (auto const& region : regions) {
        m_codes.insert(region.code);
        m_by_name[fold(region.name)].push_back(region.code);
    }
}

std::string KelurahanNames::code_of(std::string_view words) const
{
    if (has(words))
        return std::string(words);
    auto name = fold(words);
    for (auto const* word : {"kelurahan ", "kel. ", "kel "})
        if (name.starts_with(word)) {
            name.erase(0, std::string_view(word).size());
            break;
        }
    auto const found = m_by_name.find(name);
    return found != m_by_name.end() && found->second.size() == 1 ? found->second.front() : std::string {};
}

Result<PlaceCode> code_of_row(RtRow const& row, KelurahanNames const& names)
{
    if (!row.code.empty()) {
        auto const code = PlaceCode::parse(row.code.str());
        if (!code.ok() || code->level != Level::Rt)
            return Error::field("code", "place.format", row.code.str());
        if (!names.has(code->kelurahan()))
            return Error::field("code", "territory.kelurahan_unknown", row.code.str());
        return *code;
    }
    if (row.kelurahan.empty())
        return Error::field("kelurahan", "required");
    auto const kelurahan = names.code_of(row.kelurahan.str());
    if (kelurahan.empty())
        return Error::field("kelurahan", "territory.kelurahan_unknown", row.kelurahan.str());
    auto const rw = number_in(row.rw.str(), "rw");
    if (rw.empty())
        return Error::field("rw", row.rw.empty() ? "required" : "place.format", row.rw.str());
    auto const rt = number_in(row.rt.str(), "rt");
    if (rt.empty())
        return Error::field("rt", row.rt.empty() ? "required" : "place.format", row.rt.str());
    return PlaceCode::parse(kelurahan + "." + rw + "." + rt);
}

Result<std::vector<std::string>> origins_of_row(RtRow const& row, PlaceCode const& own)
{
    auto text = row.origins.str();
    std::ranges::replace_if(text, [](char character) { return character == ',' || character == '\n' || character == '+'; }, ';');
    std::vector<std::string> origins;
    for (auto const part : split(text, ';')) {
        if (trim(part).empty())
            continue;
        auto origin = origin_of(trim(part), own);
        if (!origin)
            return Error::field("origins", "territory.origin_format", std::string(trim(part)));
        if (std::ranges::find(origins, *origin) == origins.end())
            origins.push_back(std::move(*origin));
    }
    return origins;
}

} // namespace rtkeren::territory
