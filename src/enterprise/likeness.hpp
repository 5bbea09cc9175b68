#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Whether two rows are one business: words, blocking keys, comparison. Pure.
namespace rtkeren::enterprise {

/// The words of a name, folded, each once: "Dapur Bu SRI " is {"dapur", "bu", "sri"}.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);
/// What two spellings of a name have in common: words sorted, without legal forms, titles and the like ("UD. Dapur Ibu Sri" -> "bu dapur sri").
[[nodiscard]] std::string name_signature(std::string_view name);
/// The signature as it sounds: old spelling (oe, dj, tj) read as new, consonants only, none twice. "Djoko Soesilo" and "Joko Susilo" sound alike.
[[nodiscard]] std::string name_sound(std::string_view name);
/// 0 to 1000: by the number of letters to be changed between the two folded texts.
[[nodiscard]] int similarity(std::string_view a, std::string_view b);

/// What is compared. Look-ups are keyed hashes; "" is not known.
struct Profile {
    std::string owner, name, owner_name, phone_lookup, nik_lookup, kbli, activity, region, kelurahan, place_kind;
};
/// The same for businesses that may be one: only those that share a key are compared. At most nine.
[[nodiscard]] std::vector<std::string> keys_of(Profile const&);
/// How many businesses may share a key before it says nothing: an officer's phone number on a whole list, "Warung Bu Sri" in a large kelurahan.
[[nodiscard]] std::size_t block_limit(std::string_view key);

struct Likeness {
    int score {0}; // 0: two businesses; up to 100
    std::vector<std::string> reasons; // codes below "enterprise.like."
};
/// A name as it is compared.
struct NameForms {
    std::string signature, sound;
    explicit NameForms(std::string_view name);
};
/// A profile whose names were worked out once, for comparing it with many.
struct Comparable {
    Profile profile;
    NameForms name, owner_name;
    std::string activity;
    explicit Comparable(Profile);
};
/// One owner with two activities at two places is two businesses, however much else is the same.
[[nodiscard]] Likeness compare(Comparable const&, Comparable const&);
/// The very same owner, activity and place: not entered a second time.
[[nodiscard]] bool is_same_business(Profile const&, Profile const&);

} // namespace rtkeren::enterprise
