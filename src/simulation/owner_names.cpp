#include "simulation/market.hpp"

#include <fmt/format.h>

namespace rtkeren::simulation {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view womens_names[] {"Siti", "Sri", "Dewi", "Endang", "Rina", "Yuli", "Ratna", "Indah", "Puji", "Wiwik", "Tutik", "Kartini", "Fitri", "Nur", "Tri", "Dwi", "Eni", "Lilik",
    "Sulastri", "Suparti", "Sumiati", "Supiyah", "Mariyam", "Khotimah", "Umi", "Aisyah", "Zulaikah", "Binti", "Luluk", "Nanik", "Titin", "Yanti", "Anik", "Ida", "Retno", "Sekar", "Wahyuni",
    "Kustini", "Mujiati", "Painem", "Ngatini", "Juminah", "Rukmini", "Suwarti", "Hartini", "Mardiyah", "Atik", "Ika", "Novita", "Mega", "Putri", "Ayu", "Diah", "Erna", "Farida", "Hesti"};
constexpr std::string_view mens_names[] {"Budi", "Agus", "Eko", "Hadi", "Joko", "Slamet", "Bambang", "Sugeng", "Heru", "Arif", "Imam", "Suparman", "Mulyono", "Rudi", "Anton", "Wahyu", "Tri",
    "Dwi", "Sutrisno", "Suwarno", "Sukarni", "Mujiono", "Kasiman", "Paimin", "Wagiman", "Sunarto", "Suyanto", "Hariyadi", "Edi", "Andi", "Yusuf", "Ahmad", "Muhammad", "Abdul", "Nur", "Zainal",
    "Khoirul", "Saiful", "Fajar", "Dimas", "Rizki", "Bayu", "Galih", "Aditya", "Didik", "Gatot", "Pujiono", "Sarwono", "Tukiran", "Sumarno", "Lukman", "Ridwan", "Hasan", "Mahfud", "Sholeh"};
constexpr std::string_view middle_names[] {"Nur", "Tri", "Dwi", "Eka", "Wahyu", "Puji", "Sri", "Catur", "Adi", "Budi", "Kurnia", "Rahma", "Dian", "Hadi", "Setya", "Ari", "Fajar", "Indra",
    "Mei", "Agung", "Dewi", "Lina", "Bagus", "Cahya", "Surya", "Wulan"};
constexpr std::string_view last_names[] {"Wulandari", "Santosa", "Rahayu", "Prasetyo", "Utami", "Susanto", "Handayani", "Wibowo", "Kusuma", "Setiawan", "Astuti", "Nugroho", "Purnomo",
    "Hidayat", "Saputra", "Mulyani", "Hartono", "Suryani", "Widodo", "Aminah", "Kurniawan", "Maryati", "Suharto", "Yulianti", "Pranoto", "Anggraini", "Subagyo", "Lestari", "Ningsih", "Fatimah",
    "Ma'rifah", "Rohmah", "Wijaya", "Firmansyah", "Ramadhan", "Hakim", "Fauzi", "Anwar", "Basuki", "Cahyono", "Darmawan", "Effendi", "Gunawan", "Harjono", "Irawan", "Junaidi", "Kristanto",
    "Laksono", "Mustofa", "Nurhadi", "Oktaviani", "Permatasari", "Puspitasari", "Rosyidah", "Safitri", "Solikah", "Sundari", "Supriyadi", "Triyono", "Utomo", "Widyastuti", "Yuniarti", "Zubaidah",
    "Indrawati", "Kusnadi", "Maulana", "Pamungkas", "Qomariyah", "Romadhon", "Sasmito", "Trisnawati", "Winarsih", "Sutikno", "Suprapto", "Sulistyowati", "Sugiarti"};
constexpr std::string_view lucky_words[] {"Barokah", "Sumber Rejeki", "Maju Jaya", "Makmur", "Lancar", "Sejahtera", "Berkah", "Mekar", "Lestari", "Mandiri", "Sari Rasa", "Rasa Eca", "Mulya",
    "Sekar Arum", "Kembang Wangi", "Patria", "Bumi Blitar", "Arjuna", "Srikandi", "Sekawan", "Tiga Putra", "Dua Putri", "Anugerah", "Cahaya", "Pelangi", "Melati", "Kenanga", "Cempaka",
    "Anggrek", "Dahlia", "Raos Eco", "Echo Tenan", "Gurih Nyoi", "Renyah", "Kriuk", "Mantap", "Istimewa", "Juara", "Idola", "Favorit", "Pojok", "Perempatan", "Gang Mawar", "Kampung",
    "Kenangan", "Tradisi", "Warisan Ibu", "Simbah", "Nusantara", "Jawara", "Amanah", "Al-Barokah", "Rizqi", "Hidayah", "Ananda", "Pratama", "Wijaya", "Karya Jaya", "Tunas Muda", "Kita"};

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

} // namespace

std::string owner_name(Random& random, bool woman)
{
    std::string name(woman ? random.pick(womens_names) : random.pick(mens_names));
    auto const drawn = random.below(100);
    if (drawn < 7)
        return name;
    if (drawn >= 62) {
        auto const middle = random.pick(middle_names);
        if (middle != name)
            name += " " + std::string(middle);
    }
    return name + " " + std::string(random.pick(last_names));
}

std::string business_name(Random& random, Trade const& trade, std::string_view owner, bool woman)
{
    auto const first = trade.names[random.below(trade.names.size())];
    auto const drawn = random.below(100);
    if (drawn < 38)
        return fmt::format("{} {} {}", first, woman ? (random.chance(35) ? "Mbak"sv : "Bu"sv) : (random.chance(30) ? "Mas"sv : "Pak"sv), first_word(owner));
    if (drawn < 58)
        return fmt::format("{} {}", first, first_word(owner));
    return fmt::format("{} {}", first, random.pick(lucky_words));
}

} // namespace rtkeren::simulation
