#include "enterprise/likeness.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace rtkeren::enterprise {
namespace {

constexpr int clearly_like = 850; // of 1000
constexpr std::size_t longest_compared = 60;
constexpr std::size_t longest_key = 80;

/// Legal forms, titles and words that say nothing of which one it is.
constexpr std::array empty_words {std::string_view("ud"), std::string_view("cv"), std::string_view("pt"), std::string_view("pd"), std::string_view("umkm"), std::string_view("usaha"),
    std::string_view("h"), std::string_view("hj"), std::string_view("haji"), std::string_view("hajjah"), std::string_view("drs"), std::string_view("dra"), std::string_view("ir"),
    std::string_view("se"), std::string_view("spd"), std::string_view("st"), std::string_view("sh"), std::string_view("alm"), std::string_view("almh")};
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> same_words {{{"ibu", "bu"}, {"bapak", "pak"}, {"bpk", "pak"}, {"moh", "muhammad"}, {"moch", "muhammad"},
    {"mohammad", "muhammad"}, {"mohamad", "muhammad"}, {"mochamad", "muhammad"}, {"mochammad", "muhammad"}, {"muh", "muhammad"}, {"muhamad", "muhammad"}, {"warong", "warung"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> same_sounds {
    {{"oe", "u"}, {"dj", "j"}, {"tj", "c"}, {"sj", "s"}, {"ch", "h"}, {"kh", "h"}, {"dh", "d"}, {"th", "t"}, {"ph", "f"}}};

std::vector<std::string> telling_words(std::string_view name)
{
    std::vector<std::string> words;
    for (auto& word : name_words(name)) {
        if (std::ranges::find(empty_words, word) != empty_words.end())
            continue;
        auto const same = std::ranges::find(same_words, std::string_view(word), &std::pair<std::string_view, std::string_view>::first);
        words.push_back(same == same_words.end() ? word : std::string(same->second));
    }
    return words;
}

bool is_vowel(char letter) { return std::string_view("aiueoy").find(letter) != std::string_view::npos; }

std::string as_it_sounds(std::string word)
{
    for (auto const& [old_spelling, now] : same_sounds)
        for (auto at = word.find(old_spelling); at != std::string::npos; at = word.find(old_spelling, at + now.size()))
            word.replace(at, old_spelling.size(), now);
    std::string sound;
    for (std::size_t i = 0; i < word.size(); ++i) {
        auto letter = word[i] == 'v' || word[i] == 'p' ? 'f' : word[i] == 'z' ? 's' : word[i] == 'q' ? 'k' : word[i];
        if (i > 0 && (is_vowel(letter) || letter == 'h'))
            continue;
        if (sound.empty() || sound.back() != letter)
            sound += letter;
    }
    return sound;
}

bool are_alike(NameForms const& a, NameForms const& b)
{
    if (a.signature.empty() || b.signature.empty())
        return false;
    return a.signature == b.signature || a.sound == b.sound || similarity(a.signature, b.signature) >= clearly_like;
}

bool is_same_activity(Comparable const& a, Comparable const& b)
{
    if (!a.profile.kbli.empty() && a.profile.kbli == b.profile.kbli)
        return true;
    return !a.activity.empty() && a.activity == b.activity;
}

bool equal_known(std::string const& a, std::string const& b) { return !a.empty() && a == b; }

/// What two rows have in common.
struct Common {
    bool owner, nik, phone, owner_name, name, activity, place_kind, region, kelurahan, swapped;
    [[nodiscard]] bool is_person() const { return owner || nik; }
};

Common common_of(Comparable const& one, Comparable const& other)
{
    auto const& a = one.profile;
    auto const& b = other.profile;
    return {.owner = equal_known(a.owner, b.owner), .nik = equal_known(a.nik_lookup, b.nik_lookup), .phone = equal_known(a.phone_lookup, b.phone_lookup),
        .owner_name = are_alike(one.owner_name, other.owner_name), .name = are_alike(one.name, other.name), .activity = is_same_activity(one, other),
        .place_kind = equal_known(a.place_kind, b.place_kind), .region = equal_known(a.region, b.region), .kelurahan = equal_known(a.kelurahan, b.kelurahan),
        .swapped = are_alike(one.name, other.owner_name) && are_alike(one.owner_name, other.name)};
}

bool may_be_one(Common const& c, bool other_nik)
{
    if (other_nik && !c.swapped)
        return false; // two NIKs are two persons
    if (c.swapped)
        return c.phone || c.kelurahan;
    if (c.is_person())
        return (c.name && (c.activity || c.place_kind)) || (c.activity && c.place_kind);
    if (c.phone)
        return (c.owner_name || c.name) && (c.activity || c.name);
    if (c.owner_name && c.kelurahan)
        return c.name || (c.activity && c.region);
    return c.name && c.activity && c.region && c.place_kind;
}

} // namespace

std::vector<std::string> name_words(std::string_view name)
{
    std::vector<std::string> words;
    std::string word;
    auto const flush = [&] {
        if (!word.empty() && std::ranges::find(words, word) == words.end())
            words.push_back(word);
        word.clear();
    };
    for (char const letter : fold(name)) {
        auto const is_ascii_letter = letter >= 'a' && letter <= 'z';
        auto const is_digit = letter >= '0' && letter <= '9';
        auto const is_other_script = static_cast<unsigned char>(letter) >= 0x80;
        if (is_ascii_letter || is_digit || is_other_script)
            word += letter;
        else if (letter != '\'' && letter != '.')
            flush(); // "Ma'ruf" is one word, "S.Pd" a title
    }
    flush();
    return words;
}

std::string name_signature(std::string_view name)
{
    auto words = telling_words(name);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string signature;
    for (auto const& word : words)
        signature += (signature.empty() ? "" : " ") + word;
    return signature.substr(0, longest_compared);
}

std::string name_sound(std::string_view name)
{
    std::vector<std::string> sounds;
    for (auto const& word : telling_words(name))
        sounds.push_back(as_it_sounds(word));
    std::ranges::sort(sounds);
    std::string text;
    for (auto const& sound : sounds)
        text += (text.empty() ? "" : " ") + sound;
    return text.substr(0, longest_compared);
}

int similarity(std::string_view a, std::string_view b)
{
    a = a.substr(0, longest_compared);
    b = b.substr(0, longest_compared);
    if (a.empty() || b.empty())
        return a.size() == b.size() ? 1000 : 0;
    // More letters too many than may differ: no need to count.
    auto const longer = std::max(a.size(), b.size());
    auto const shorter = std::min(a.size(), b.size());
    if (shorter * 2 < longer)
        return static_cast<int>(shorter * 1000 / longer / 2);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t {0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    auto const longest = std::max(a.size(), b.size());
    return static_cast<int>((longest - row.back()) * 1000 / longest);
}

std::vector<std::string> keys_of(Profile const& profile)
{
    std::vector<std::string> keys;
    auto const add = [&](std::string key) {
        key.resize(std::min(key.size(), longest_key));
        if (std::ranges::find(keys, key) == keys.end())
            keys.push_back(std::move(key));
    };
    if (!profile.owner.empty())
        add("o:" + profile.owner);
    if (!profile.nik_lookup.empty())
        add("i:" + profile.nik_lookup);
    if (!profile.phone_lookup.empty())
        add("p:" + profile.phone_lookup);
    // Names of owners and businesses share their keys, so that swapped columns meet.
    for (auto const& name : {profile.name, profile.owner_name}) {
        auto const signature = name_signature(name);
        auto const sound = name_sound(name);
        if (signature.size() >= 3)
            add("n:" + profile.kelurahan + ":" + signature);
        if (sound.size() >= 3)
            add("s:" + profile.kelurahan + ":" + sound);
        // One slip of the pen may change both: the rarest word is left.
        auto const words = telling_words(name);
        auto const longest = std::ranges::max_element(words, {}, &std::string::size);
        if (longest != words.end() && longest->size() >= 5 && words.size() > 1)
            add("w:" + profile.kelurahan + ":" + as_it_sounds(*longest));
    }
    return keys;
}

std::size_t block_limit(std::string_view key) { return key.starts_with("p:") ? 30 : key.starts_with("w:") ? 40 : 80; }

NameForms::NameForms(std::string_view name) : signature(name_signature(name)), sound(name_sound(name)) { }

Comparable::Comparable(Profile of) : profile(std::move(of)), name(profile.name), owner_name(profile.owner_name), activity(name_signature(profile.activity)) { }

Likeness compare(Comparable const& a, Comparable const& b)
{
    auto const c = common_of(a, b);
    auto const other_nik = !a.profile.nik_lookup.empty() && !b.profile.nik_lookup.empty() && !c.nik;
    if (!may_be_one(c, other_nik))
        return {};
    Likeness likeness;
    auto const count = [&](bool holds, int points, std::string_view reason) {
        if (holds) {
            likeness.score += points;
            likeness.reasons.emplace_back(reason);
        }
    };
    count(c.is_person(), 40, "same_person");
    count(c.phone, 25, "same_phone");
    count(c.swapped, 25, "swapped");
    count(c.owner_name && !c.is_person(), 20, "owner_name");
    count(c.name, 25, "name");
    count(c.activity, 15, "activity");
    count(c.region, 10, "region");
    count(c.place_kind, 5, "place_kind");
    likeness.score = std::min(likeness.score, 100);
    return likeness;
}

bool is_same_business(Profile const& a, Profile const& b)
{
    // What is cheap to see comes first: a list of thousands asks this of every neighbour.
    auto const is_one_person = equal_known(a.owner, b.owner) || equal_known(a.nik_lookup, b.nik_lookup);
    if (!is_one_person || !equal_known(a.place_kind, b.place_kind) || !equal_known(a.region, b.region))
        return false;
    auto const c = common_of(Comparable(a), Comparable(b));
    return c.activity && c.name;
}

} // namespace rtkeren::enterprise
