#include "simulation/random.hpp"

#include <fmt/format.h>

namespace rtkeren::simulation {

namespace {

constexpr std::string_view given_names[] {"Siti", "Budi", "Sri", "Agus", "Dewi", "Eko", "Rina", "Hadi", "Endang", "Joko", "Wahyu", "Tri", "Nur", "Yuli", "Slamet", "Ratna",
    "Bambang", "Indah", "Sugeng", "Lestari", "Heru", "Puji", "Arif", "Wiwik", "Imam", "Tutik", "Dwi", "Suparman", "Mulyono", "Kartini", "Rudi", "Fitri", "Anton", "Ningsih"};
constexpr std::string_view family_names[] {"Wulandari", "Santosa", "Rahayu", "Prasetyo", "Utami", "Susanto", "Handayani", "Wibowo", "Kusuma", "Setiawan", "Astuti", "Nugroho",
    "Purnomo", "Hidayat", "Saputra", "Mulyani", "Hartono", "Suryani", "Widodo", "Aminah", "Kurniawan", "Maryati", "Suharto", "Yulianti", "Pranoto", "Anggraini", "Subagyo"};
constexpr std::string_view shop_kinds[] {"Toko Bangunan", "UD", "Toko", "CV", "Warung", "Kios", "Depo"};
constexpr std::string_view shop_words[] {"Sumber Rejeki", "Maju Jaya", "Barokah", "Sinar Terang", "Makmur", "Sido Mukti", "Tirta", "Lancar", "Jati Kembar", "Mekar", "Sejahtera", "Berkah"};

} // namespace

std::string person_name(Random& random) { return fmt::format("{} {}", random.pick(given_names), random.pick(family_names)); }

std::string shop_name(Random& random) { return fmt::format("{} {} (contoh)", random.pick(shop_kinds), random.pick(shop_words)); }

std::string phone_number(std::size_t nth) { return fmt::format("0812000{:05}", nth % 100000); }

std::string nip_number(std::size_t nth) { return fmt::format("19800101200001{:04}", nth % 10000); }

} // namespace rtkeren::simulation
