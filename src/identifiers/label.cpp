#include "identifiers/label.hpp"

#include "base/text.hpp"
#include "identifiers/digits.hpp"
#include "identifiers/licences.hpp"
#include "identifiers/pirt.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rtkeren::identifiers {
namespace {

/// Up to three months: day, month and year; beyond, month and year will do.
constexpr std::int64_t longest_with_day = 92;

constexpr std::array<std::string_view, 5> ingredient_headings {"daftar bahan", "bahan yang digunakan", "bahan-bahan", "bahan bahan", "komposisi"};
constexpr std::array<std::string_view, 4> other_ingredient_headings {"isi", "bahan", "kandungan", "ramuan"};
constexpr std::array<std::string_view, 5> foreign_headings {"ingredients", "ingredient", "net weight", "produced by", "made by"};
constexpr std::array<std::string_view, 5> producer_headings {"diproduksi oleh", "produksi oleh", "dibuat oleh", "produsen", "diproduksi dan dikemas oleh"};
constexpr std::array<std::string_view, 5> code_headings {"kode produksi", "kode prod", "kd prod", "no batch", "batch"};
constexpr std::array<std::string_view, 4> produced_headings {"tanggal produksi", "tgl produksi", "diproduksi tanggal", "diproduksi pada"};
constexpr std::array<std::string_view, 9> other_expiry_words {"exp", "expired", "kedaluwarsa", "kadaluarsa", "kadaluwarsa", "best before", "ed", "use by", "tgl exp"};
constexpr std::array<std::string_view, 12> months {"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"};
constexpr std::array<std::string_view, 9> allergen_words {"terigu", "gandum", "telur", "susu", "kacang", "kedelai", "ikan", "udang", "wijen"};
/// Of plant or beast, which the eye does not see: their origin is told.
constexpr std::array<std::string_view, 6> origin_words {"gelatin", "lesitin", "shortening", "lemak", "enzim", "rennet"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Begins with the words, and not with a longer word.
bool begins(std::string_view text, std::string_view words)
{
    return text.starts_with(words) && (text.size() == words.size() || !is_letter(text[words.size()]));
}
template<std::size_t Count>
std::string_view heading_of(std::string_view text, std::array<std::string_view, Count> const& known)
{
    auto const at = std::ranges::find_if(known, [text](std::string_view words) { return begins(text, words); });
    return at == known.end() ? std::string_view {} : *at;
}
/// A word of its own somewhere in the text.
bool says(std::string_view text, std::string_view word)
{
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        auto const behind = at + word.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (behind == text.size() || !is_letter(text[behind])))
            return true;
    }
    return false;
}
/// What stands behind a heading, without colon and blanks.
std::string_view behind(std::string_view text, std::string_view heading)
{
    text.remove_prefix(heading.size());
    while (!text.empty() && (text.front() == ':' || text.front() == ' ' || text.front() == '.'))
        text.remove_prefix(1);
    return text;
}

struct NetContent {
    std::string unit;
};
/// "250 gr": a number and a unit; nothing when the text has none.
std::optional<NetContent> net_content(std::string_view text)
{
    static constexpr std::array<std::string_view, 26> units {"kilogram", "kilo", "kgs", "kgr", "kg", "gram", "grm", "grams", "gr", "g", "mililiter", "mls", "ml", "liter", "litre", "ltr", "lt", "l", "cc", "ons", "pcs", "buah",
        "butir", "sachet", "biji", "potong"};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) || (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]))))
            continue;
        auto rest = text.substr(at);
        while (!rest.empty() && (is_digit(rest.front()) || rest.front() == ',' || rest.front() == '.' || rest.front() == ' '))
            rest.remove_prefix(1);
        for (auto const unit : units)
            if (begins(rest, unit))
                return NetContent {std::string(unit)};
    }
    return std::nullopt;
}
/// The unit that the rule knows for what people write.
std::string_view right_unit(std::string_view unit)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 13> wrong {{{"gr", "g"}, {"grm", "g"}, {"grams", "g"}, {"kgs", "kg"}, {"kgr", "kg"}, {"kilo", "kg"}, {"ons", "g"}, {"mls", "ml"}, {"cc", "ml"},
        {"ltr", "l"}, {"lt", "l"}, {"litre", "l"}, {"biji", "buah"}}};
    auto const at = std::ranges::find(wrong, unit, &std::pair<std::string_view, std::string_view>::first);
    return at == wrong.end() ? std::string_view {} : at->second;
}

struct ExpiryDate {
    bool read {false}, has_day {false};
};
int month_number(std::string_view word)
{
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word == months[i] || (word.size() == 3 && months[i].starts_with(word)) || (word == "agt" && i == 7))
            return int(i) + 1;
    return 0;
}
/// "12 Agustus 2026", "12/08/26", "08 2026", "Agustus 2026", "12/26".
ExpiryDate expiry_date(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        auto const start = at;
        auto const digits = is_digit(text[at]);
        while (at < text.size() && (digits ? is_digit(text[at]) : is_letter(text[at])))
            ++at;
        if (at == start)
            ++at;
        else
            words.emplace_back(text.substr(start, at - start));
    }
    auto const is_number = [](std::string const& word) { return is_digit(word.front()) && word.size() <= 4; };
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const named = month_number(words[i]);
        if (named != 0)
            return {i + 1 < words.size() && is_number(words[i + 1]), i > 0 && is_number(words[i - 1])};
    }
    std::vector<std::string> numbers;
    std::ranges::copy_if(words, std::back_inserter(numbers), is_number);
    auto const is_month = [](std::string const& number) { return number.size() <= 2 && number_of(number) >= 1 && number_of(number) <= 12; };
    if (numbers.size() == 3)
        return {is_month(numbers[1]), true};
    return {numbers.size() == 2 && is_month(numbers[0]), false};
}

/// One label, read statement by statement.
class LabelReader {
public:
    LabelReader(Inspection& label, Date today, LabelFacts facts) : m_label(label), m_today(today), m_facts(facts) { }

    void read(std::string_view text)
    {
        for (auto const line : split(text, '\n'))
            for (auto const part : split(line, ';'))
                if (!trim(part).empty())
                    add(trim(part));
        if (m_statements > 1 || m_facts.whole)
            judge_whole();
        judge_expiry();
    }

private:
    void add(std::string_view statement)
    {
        auto const folded = fold(statement);
        if (read_shelf_life(folded))
            return;
        ++m_statements;
        if (read_numbers(statement, folded) || read_headed(statement, folded) || read_expiry(statement, folded) || read_net(statement, folded))
            return;
        if (m_label.part("name").empty())
            m_label.set("name", std::string(statement));
    }

    /// "Masa simpan: 60 hari", "2 bulan": told beside the label.
    bool read_shelf_life(std::string_view folded)
    {
        auto const heading = begins(folded, "masa simpan") ? std::string_view("masa simpan") : begins(folded, "umur simpan") ? std::string_view("umur simpan") : std::string_view {};
        if (heading.empty())
            return false;
        auto const rest = behind(folded, heading);
        auto const digits = rest.substr(0, std::size_t(std::ranges::find_if_not(rest, is_digit) - rest.begin()));
        if (!digits.empty() && digits.size() <= 4 && !m_facts.shelf_days)
            m_facts.shelf_days = std::int64_t(number_of(digits)) * (says(rest, "bulan") ? 30 : says(rest, "minggu") ? 7 : says(rest, "tahun") ? 365 : 1);
        return true;
    }

    void take(Inspection const& number)
    {
        for (auto const& finding : number.findings)
            if (finding.level != Level::Info)
                m_label.add(finding.level, finding.code, finding.arguments);
    }

    bool read_numbers(std::string_view statement, std::string_view folded)
    {
        auto const upper_compact = compact(statement);
        if (folded.find("halal") != std::string_view::npos)
            return read_halal(statement, upper_compact);
        auto const is_pirt = upper_compact.starts_with("PIRT") || upper_compact.starts_with("SPPIRT") || upper_compact.starts_with("DINKESPIRT") || upper_compact.starts_with("DEPKESRIPIRT");
        if (is_pirt) {
            auto const at = lower_ascii(statement).find("irt");
            take(inspect_pirt(statement.substr(at + 3), m_today));
            m_label.set("permit", std::string(statement));
            return true;
        }
        if (upper_compact.starts_with("BPOM") || begins(folded, "md") || begins(folded, "ml") || upper_compact.starts_with("MD2") || upper_compact.starts_with("ML2")) {
            take(inspect_bpom(statement, m_today));
            m_label.set("permit", std::string(statement));
            return true;
        }
        return false;
    }

    /// The logo alone says nothing: the number of the certificate stands with it.
    bool read_halal(std::string_view statement, std::string const& upper_compact)
    {
        m_label.set("halal", std::string(statement));
        auto const is_number = [&](std::size_t at) { return upper_compact.size() > at + 2 && is_digit(upper_compact[at + 2]); };
        for (auto at = upper_compact.find("ID"); at != std::string::npos; at = upper_compact.find("ID", at + 1))
            if (is_number(at)) {
                auto end = at + 2;
                while (end < upper_compact.size() && is_digit(upper_compact[end]))
                    ++end;
                take(inspect_halal(std::string_view(upper_compact).substr(at, end - at), m_today));
                return true;
            }
        m_label.error("label.halal_number");
        return true;
    }

    bool read_headed(std::string_view statement, std::string_view folded)
    {
        if (auto const foreign = heading_of(folded, foreign_headings); !foreign.empty()) {
            m_label.warn("label.language", {{"words", std::string(foreign)}});
            m_label.set(foreign.starts_with("ingredient") ? "ingredients" : foreign == "net weight" ? "net" : "producer", std::string(statement));
            return true;
        }
        auto const headed = heading_of(folded, ingredient_headings);
        auto const other = headed.empty() ? heading_of(folded, other_ingredient_headings) : std::string_view {};
        auto const is_net = !other.empty() && (begins(behind(folded, other), "bersih") || net_content(behind(folded, other)).has_value());
        if (!headed.empty() || (!other.empty() && !is_net)) {
            if (headed.empty())
                m_label.warn("label.ingredients_heading", {{"words", std::string(other)}});
            m_label.set("ingredients", std::string(statement));
            m_ingredients = folded;
            return true;
        }
        return read_small(statement, folded);
    }

    bool read_small(std::string_view statement, std::string_view folded)
    {
        if (auto const heading = heading_of(folded, producer_headings); !heading.empty()) {
            m_label.set("producer", std::string(statement));
            auto const rest = behind(folded, heading);
            if (rest.find(',') == std::string_view::npos && rest.find('-') == std::string_view::npos)
                m_label.warn("label.address");
            return true;
        }
        if (!heading_of(folded, code_headings).empty()) {
            m_label.set("code", std::string(statement));
            return true;
        }
        if (!heading_of(folded, produced_headings).empty()) {
            m_label.set("produced", std::string(statement));
            return true;
        }
        if (folded.find("alergen") != std::string_view::npos || begins(folded, "mengandung")) {
            m_label.set("allergens", std::string(statement));
            return true;
        }
        if (begins(folded, "asal bahan") || begins(folded, "asal usul") || begins(folded, "asal")) {
            m_label.set("origin", std::string(statement));
            return true;
        }
        return false;
    }

    bool read_expiry(std::string_view statement, std::string_view folded)
    {
        auto const is_right = begins(folded, "baik digunakan sebelum");
        auto const other = is_right ? std::string_view {} : heading_of(folded, other_expiry_words);
        if (!is_right && other.empty())
            return false;
        if (!is_right)
            m_label.warn("label.expiry_wording", {{"words", std::string(other)}});
        m_label.set("expiry", std::string(statement));
        m_expiry = std::string(behind(folded, is_right ? std::string_view("baik digunakan sebelum") : other));
        return true;
    }

    bool read_net(std::string_view statement, std::string_view folded)
    {
        auto const net = net_content(folded);
        if (!net)
            return false;
        m_label.set("net", std::string(statement));
        if (auto const right = right_unit(net->unit); !right.empty())
            m_label.warn("label.unit", {{"unit", net->unit}, {"right", std::string(right)}});
        return true;
    }

    /// Where the date is printed elsewhere ("lihat di tutup") there is nothing to judge.
    void judge_expiry()
    {
        if (m_label.part("expiry").empty() || m_expiry.empty() || m_expiry.find("lihat") != std::string::npos)
            return;
        auto const date = expiry_date(m_expiry);
        if (!date.read)
            return m_label.warn("label.expiry_unread");
        if (!date.has_day && m_facts.shelf_days && *m_facts.shelf_days <= longest_with_day)
            m_label.error("label.expiry_day", {{"days", std::to_string(*m_facts.shelf_days)}});
    }

    void judge_whole()
    {
        static constexpr std::pair<char const*, char const*> needed[] {{"name", "label.missing_name"}, {"ingredients", "label.missing_ingredients"}, {"net", "label.missing_net"},
            {"producer", "label.missing_producer"}, {"code", "label.missing_code"}, {"produced", "label.missing_produced"}, {"expiry", "label.missing_expiry"}};
        for (auto const& [item, code] : needed)
            if (m_label.part(item).empty())
                m_label.error(code);
        if (m_facts.needs_permit && m_label.part("permit").empty())
            m_label.error("label.missing_permit");
        if (m_facts.needs_halal && m_label.part("halal").empty())
            m_label.warn("label.halal_missing");
        auto const holds = [&](auto const& words) { return std::ranges::any_of(words, [&](std::string_view word) { return m_ingredients.find(word) != std::string::npos; }); };
        if (holds(allergen_words) && m_label.part("allergens").empty())
            m_label.warn("label.allergens");
        if (holds(origin_words) && m_label.part("origin").empty())
            m_label.warn("label.origin");
    }

    Inspection& m_label;
    Date m_today;
    LabelFacts m_facts;
    int m_statements {0};
    std::string m_expiry, m_ingredients;
};

} // namespace

Inspection inspect_label(std::string_view typed, Date today, LabelFacts const& facts)
{
    Inspection label {"label", std::string(trim(typed))};
    if (label.value.empty()) {
        label.error("label.empty");
        return label;
    }
    LabelReader(label, today, facts).read(label.value);
    return label;
}

} // namespace rtkeren::identifiers
