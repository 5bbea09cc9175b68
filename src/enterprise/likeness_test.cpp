#include "enterprise/likeness.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <iostream>
#include <map>
#include <set>

namespace rtkeren::enterprise {
namespace {

TEST(Likeness, SpellingsMeet)
{
    EXPECT_EQ(name_words(" Dapur Bu  SRI "), (std::vector<std::string> {"dapur", "bu", "sri"}));
    EXPECT_EQ(name_signature("Dapur Bu Sri"), name_signature("DAPUR BU SRI "));
    EXPECT_EQ(name_signature("UD. Dapur Ibu Sri"), name_signature("Bu Sri, Dapur"));
    EXPECT_EQ(name_signature("Hj. Siti Ma'rifah, S.Pd"), "marifah siti");
    EXPECT_EQ(name_signature("Moch. Ali"), name_signature("Muhammad Ali"));
    EXPECT_EQ(name_sound("Djoko Soesilo"), name_sound("Joko Susilo"));
    EXPECT_NE(name_sound("Sri Utami"), name_sound("Siti Aminah"));
    EXPECT_EQ(name_signature("UD"), "");
    EXPECT_EQ(similarity("abcd", "abcd"), 1000);
    EXPECT_EQ(similarity("abcd", "abce"), 750);
    EXPECT_EQ(similarity("", "a"), 0);
}

Profile baker()
{
    return {.owner = "", .name = "Dapur Bu Sri", .owner_name = "Sri Utami", .phone_lookup = "p1", .nik_lookup = "n1", .kbli = "2020:10710", .activity = "Kue kering",
        .region = "35.72.03.1002.003.002", .kelurahan = "35.72.03.1002", .place_kind = "rumah"};
}

TEST(Likeness, OneOwnerWithTwoActivitiesIsTwoBusinesses)
{
    auto stall = baker();
    stall.name = "Lapak Bu Sri";
    stall.kbli = "2025:47242";
    stall.activity = "Menjual roti di pasar";
    stall.place_kind = "pasar";
    EXPECT_EQ(compare(Comparable(baker()), Comparable(stall)).score, 0);
    EXPECT_FALSE(is_same_business(baker(), stall));
    EXPECT_TRUE(is_same_business(baker(), baker()));
}

TEST(Likeness, NumbersAndNamesTellWhatIsOne)
{
    auto other = baker();
    other.nik_lookup.clear();
    other.name = "DAPUR BU SRI ";
    EXPECT_GE(compare(Comparable(baker()), Comparable(other)).score, 60);
    other.phone_lookup.clear();
    EXPECT_GE(compare(Comparable(baker()), Comparable(other)).score, 45) << "by owner, name and place";
    other.owner_name = "Sri Hartini";
    other.region = "35.72.03.1002.001.001";
    EXPECT_EQ(compare(Comparable(baker()), Comparable(other)).score, 0) << "another Bu Sri";
    auto neighbour = baker();
    neighbour.nik_lookup = "n2";
    EXPECT_EQ(compare(Comparable(baker()), Comparable(neighbour)).score, 0) << "two NIKs are two persons";
    auto swapped = baker();
    swapped.nik_lookup.clear();
    std::swap(swapped.name, swapped.owner_name);
    auto const found = compare(Comparable(baker()), Comparable(swapped));
    EXPECT_GT(found.score, 0);
    EXPECT_NE(std::find(found.reasons.begin(), found.reasons.end(), "swapped"), found.reasons.end());
}

/// A town of businesses and slips of the pen, from a seed.
class Town {
public:
    explicit Town(std::uint64_t seed) : m_state(seed) { }

    Profile business(int number)
    {
        static constexpr std::string_view firsts[] {"Siti", "Sri", "Endang", "Wahyu", "Dewi", "Mohammad", "Joko", "Slamet", "Nur", "Agus", "Yuliana", "Ratna", "Bambang", "Titik",
            "Kartini", "Supriyadi", "Eko", "Dwi", "Tri", "Lilik"};
        static constexpr std::string_view lasts[] {"Aminah", "Utami", "Rahayu", "Susilo", "Widodo", "Lestari", "Handayani", "Prasetyo", "Santoso", "Hidayati", "Wulandari", "Setiawan",
            "Kusuma", "Purnomo", "Mulyani", "Hartini", "Saputra", "Ningsih", "Astuti", "Firmansyah"};
        static constexpr std::string_view heads[] {"Dapur", "Warung", "Kue", "Keripik", "Griya", "Omah", "Jajanan", "Batik", "Sambal", "Toko"};
        static constexpr std::string_view kblis[] {"2020:10710", "2020:10792", "2020:10794", "2020:10750", "2020:14111", "2020:16291"};
        Profile one;
        auto const first = std::string(pick(firsts));
        one.owner_name = first + " " + std::string(pick(lasts)) + (below(3) == 0 ? " " + std::string(pick(lasts)) : "");
        one.name = std::string(pick(heads)) + (below(2) == 0 ? " Bu " : " ") + (below(3) == 0 ? std::string(pick(lasts)) : first);
        one.kelurahan = "k" + std::to_string(below(21));
        one.region = one.kelurahan + "." + std::to_string(below(30));
        one.kbli = pick(kblis);
        one.activity = "usaha " + one.kbli;
        one.place_kind = below(4) == 0 ? "toko" : "rumah";
        if (below(10) < 8)
            one.phone_lookup = "phone" + std::to_string(number);
        if (below(10) < 6)
            one.nik_lookup = "nik" + std::to_string(number);
        return one;
    }
    /// The same business as another clerk would write it.
    Profile again(Profile one)
    {
        if (below(3) == 0)
            for (auto* text : {&one.name, &one.owner_name})
                for (auto& letter : *text)
                    letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 32 : letter);
        if (below(3) == 0)
            one.name += " ";
        if (below(4) == 0)
            one.owner_name = "Hj. " + one.owner_name;
        if (below(4) == 0)
            one.owner_name[2 + below(one.owner_name.size() - 3)] = 'e';
        if (below(5) == 0)
            one.phone_lookup = "new" + std::to_string(below(1'000'000'000));
        if (below(3) == 0)
            one.nik_lookup.clear();
        if (below(20) == 0)
            std::swap(one.name, one.owner_name);
        if (below(8) == 0)
            one.kbli.clear();
        return one;
    }
    std::uint64_t below(std::uint64_t limit)
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return (m_state >> 33U) % limit;
    }

private:
    template<std::size_t Count>
    std::string_view pick(std::string_view const (&words)[Count]) { return words[below(Count)]; }
    std::uint64_t m_state;
};

TEST(Likeness, FindsPlantedDoublesAndLittleElse)
{
    for (std::uint64_t const seed : {1U, 2U, 3U}) {
        Town town(seed);
        std::vector<Profile> all;
        std::set<std::pair<std::size_t, std::size_t>> planted, found;
        for (int i = 0; i < 3000; ++i)
            all.push_back(town.business(i));
        for (int i = 0; i < 200; ++i) {
            auto const original = static_cast<std::size_t>(town.below(3000));
            planted.insert({original, all.size()});
            all.push_back(town.again(all[original]));
        }
        std::vector<Comparable> const forms(all.begin(), all.end());
        std::map<std::string, std::vector<std::size_t>> blocks;
        for (std::size_t i = 0; i < all.size(); ++i)
            for (auto const& key : keys_of(all[i]))
                blocks[key].push_back(i);
        for (auto const& [key, members] : blocks) {
            if (members.size() > block_limit(key))
                continue;
            for (std::size_t i = 0; i < members.size(); ++i)
                for (std::size_t j = i + 1; j < members.size(); ++j)
                    if (compare(forms[members[i]], forms[members[j]]).score > 0)
                        found.insert({members[i], members[j]});
        }
        std::size_t right = 0;
        for (auto const& pair : planted)
            right += found.contains(pair) ? std::size_t {1} : std::size_t {0};
        auto const recall = right * 1000 / planted.size();
        auto const precision = found.empty() ? std::size_t {0} : right * 1000 / found.size();
        std::cout << "seed " << seed << ": " << planted.size() << " planted, " << found.size() << " found, recall " << recall / 10 << "." << recall % 10 << " %, precision "
                  << precision / 10 << "." << precision % 10 << " %\n";
        EXPECT_GE(recall, 930U);
        EXPECT_GE(precision, 850U);
    }
}

} // namespace
} // namespace rtkeren::enterprise
