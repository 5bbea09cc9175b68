#include "simulation/trades.hpp"

namespace rtkeren::simulation {
namespace {

using Names = std::string_view;

constexpr Names baker_names[] {"Dapur", "Kue", "Griya Kue", "Roti", "Cookies"};
constexpr Article biscuits[] {{"Nastar", "Nastar", 250, "g", 45'000, 90, "tepung terigu, mentega, selai nanas, telur, gula", "gluten,milk,egg"},
    {"Kastengel", "Keju", 250, "g", 52'000, 90, "tepung terigu, keju, mentega, telur", "gluten,milk,egg"},
    {"Bakpia kacang hijau", "Bakpia", 300, "g", 28'000, 10, "tepung terigu, kacang hijau, gula, minyak", "gluten"}};
constexpr Article breads[] {{"Brownies kukus", "Brownies", 400, "g", 38'000, 5, "tepung terigu, cokelat, telur, gula, margarin", "gluten,egg,milk"},
    {"Roti manis isi cokelat", "Roti", 60, "g", 4'000, 4, "tepung terigu, gula, cokelat, susu bubuk", "gluten,milk"}};
constexpr Names market_cake_names[] {"Jajan Pasar", "Kue Basah", "Dapur", "Lemper"};
constexpr Article market_cakes[] {{"Lemper ayam", "Lemper", 12, "pcs", 36'000, 1, "beras ketan, ayam, santan, bumbu", ""},
    {"Kue lapis", "Lapis", 10, "pcs", 25'000, 2, "tepung beras, santan, gula", ""}, {"Wajik kletik", "Wajik", 250, "g", 18'000, 6, "beras ketan, gula merah, kelapa", ""}};
constexpr Names chip_names[] {"Keripik", "Camilan", "Snack", "Kerupuk"};
constexpr Article chips[] {{"Keripik singkong balado", "Keripik", 200, "g", 15'000, 120, "singkong, minyak, cabai, gula, garam", ""},
    {"Keripik pisang", "Pisang", 200, "g", 17'000, 120, "pisang, minyak, gula", ""}, {"Opak gambir", "Opak", 250, "g", 22'000, 90, "tepung beras, santan, gula, telur", "egg"}};
constexpr Names peyek_names[] {"Peyek", "Rempeyek", "Camilan"};
constexpr Article peyeks[] {{"Rempeyek kacang", "Peyek", 150, "g", 12'000, 60, "tepung beras, kacang tanah, santan, bumbu", "peanut"}};
constexpr Names sauce_names[] {"Sambal Pecel", "Bumbu", "Dapur"};
constexpr Article sauces[] {{"Sambal pecel Blitar", "Pecel", 250, "g", 20'000, 180, "kacang tanah, cabai, gula merah, asam, daun jeruk", "peanut"},
    {"Bawang goreng", "Bawang", 100, "g", 22'000, 150, "bawang merah, minyak, tepung", "gluten"}};
constexpr Names tempe_names[] {"Tempe", "Tahu Tempe", "Rumah Tempe"};
constexpr Article tempes[] {{"Tempe kedelai", "Tempe", 400, "g", 6'000, 3, "kedelai, ragi", "soy"}};
constexpr Names tofu_names[] {"Tahu", "Pabrik Tahu", "Tahu Putih"};
constexpr Article tofus[] {{"Tahu putih", "Tahu", 10, "pcs", 6'000, 3, "kedelai, air, asam cuka", "soy"}};
constexpr Names jenang_names[] {"Jenang", "Madumongso", "Dapur"};
constexpr Article jenangs[] {{"Jenang ketan", "Jenang", 250, "g", 20'000, 30, "tepung ketan, gula merah, santan", ""},
    {"Madumongso", "Madumongso", 200, "g", 25'000, 60, "tape ketan hitam, gula merah, santan", ""}};
constexpr Names fruit_names[] {"Olahan Belimbing", "Manisan", "Sari Buah"};
constexpr Article fruits[] {{"Manisan belimbing", "Belimbing", 150, "g", 16'000, 90, "belimbing, gula, asam sitrat", ""}};
constexpr Names frozen_names[] {"Frozen", "Dapur Beku", "Nugget"};
constexpr Article frozens[] {{"Nugget ayam sayur", "Nugget", 500, "g", 32'000, 90, "daging ayam, tepung roti, wortel, telur, bumbu", "gluten,egg"},
    {"Rolade daging", "Rolade", 500, "g", 42'000, 90, "daging sapi, telur, tepung, bumbu", "gluten,egg"}};
constexpr Names drink_names[] {"Sirup", "Minuman", "Segar"};
constexpr Article drinks[] {{"Sirup jahe", "Jahe", 500, "ml", 25'000, 120, "jahe, gula, air", ""}, {"Sari belimbing", "Sari", 250, "ml", 8'000, 30, "belimbing, gula, air", ""}};
constexpr Names coffee_names[] {"Kopi", "Kopi Bubuk", "Omah Kopi"};
constexpr Article coffees[] {{"Kopi bubuk robusta", "Kopi", 200, "g", 24'000, 365, "biji kopi", ""}};
constexpr Names herb_names[] {"Jamu", "Herbal", "Empon-empon"};
constexpr Article herbs[] {{"Jahe merah instan", "Jahe", 200, "g", 27'000, 365, "jahe merah, gula", ""}, {"Kunyit asam bubuk", "Kunyit", 150, "g", 22'000, 365, "kunyit, asam, gula", ""}};
constexpr Names stall_names[] {"Warung", "Warung Makan", "Pecel", "Soto", "Rujak"};
constexpr Names cart_names[] {"Bakso", "Mi Ayam", "Siomay", "Es", "Cilok"};
constexpr Names snack_bar_names[] {"Kedai", "Ayam Geprek", "Angkringan", "Kedai Nasi"};
constexpr Names drink_bar_names[] {"Kedai Kopi", "Es Teh", "Es Dawet", "Jus Buah"};
constexpr Names grocer_names[] {"Toko", "Toko Kelontong", "Warung", "UD"};
constexpr Names tailor_names[] {"Penjahit", "Jahit", "Modiste", "Vermak"};
constexpr Article tailored[] {{"Kebaya pesanan", "Kebaya", 1, "pcs", 350'000, 3650, "katun, brokat", ""}};
constexpr Names clothes_names[] {"Konveksi", "Busana", "Seragam"};
constexpr Article clothes[] {{"Mukena katun", "Mukena", 1, "pcs", 145'000, 3650, "katun", ""}, {"Daster batik cap", "Daster", 1, "pcs", 65'000, 3650, "rayon", ""}};
constexpr Names batik_names[] {"Batik", "Batik Tulis", "Griya Batik"};
constexpr Article batiks[] {{"Kain batik tulis", "Batik", 1, "pcs", 285'000, 3650, "kain mori, malam, pewarna", ""}};
constexpr Names weave_names[] {"Anyaman", "Bambu", "Kerajinan"};
constexpr Article weaves[] {{"Keranjang bambu", "Bambu", 1, "pcs", 35'000, 3650, "bambu", ""}, {"Besek", "Besek", 10, "pcs", 25'000, 3650, "bambu", ""}};
constexpr Names wood_names[] {"Kendang", "Bubut Kayu", "Kerajinan Kayu"};
constexpr Article woods[] {{"Kendang jimbe kecil", "Jimbe", 1, "pcs", 95'000, 3650, "kayu mahoni, kulit kambing", ""}, {"Mainan kayu", "Kayu", 1, "pcs", 30'000, 3650, "kayu mahoni", ""}};
constexpr Names carving_names[] {"Ukir", "Ukiran", "Kerajinan Ukir"};
constexpr Article carvings[] {{"Hiasan dinding ukir", "Ukir", 1, "pcs", 180'000, 3650, "kayu jati", ""}};
constexpr Names bead_names[] {"Aksesori", "Bros", "Manik"};
constexpr Article beads[] {{"Bros jilbab", "Bros", 1, "pcs", 12'000, 3650, "kawat, manik, kain", ""}, {"Gelang manik", "Manik", 1, "pcs", 18'000, 3650, "manik, benang", ""}};
constexpr Names laundry_names[] {"Laundry", "Binatu", "Cuci Kilat"};
constexpr Names barber_names[] {"Potong Rambut", "Barber", "Salon"};
constexpr Names repair_names[] {"Bengkel", "Servis Motor", "Tambal Ban"};
constexpr Names vegetable_names[] {"Sayur", "Sayur Segar", "Lapak Sayur"};
constexpr Names online_names[] {"Toko Daring", "Olshop", "Hijab"};

constexpr Trade all_trades[] {
    {"Kue kering", "2020:10710", "kering", 60, 92, "rumah daring", "06", 900, 6'500, true, baker_names, biscuits},
    {"Roti dan brownies", "2020:10710", "kering", 40, 85, "rumah toko", "06", 1'500, 12'000, false, baker_names, breads},
    {"Kue basah dan jajanan pasar", "2020:10792", "basah", 75, 93, "rumah pasar", "", 1'200, 7'000, false, market_cake_names, market_cakes},
    {"Keripik dan kerupuk", "2020:10794", "camilan", 70, 74, "rumah daring", "15", 900, 7'500, false, chip_names, chips},
    {"Rempeyek", "2020:10794", "camilan", 30, 88, "rumah pasar", "06", 700, 4'000, false, peyek_names, peyeks},
    {"Sambal pecel dan bumbu", "2020:10772", "bumbu", 45, 83, "rumah daring", "11", 900, 9'000, false, sauce_names, sauces},
    {"Tempe", "2020:10391", "basah", 26, 44, "rumah pasar", "", 3'000, 12'000, false, tempe_names, tempes},
    {"Tahu", "2020:10392", "basah", 18, 30, "rumah", "", 4'000, 18'000, false, tofu_names, tofus},
    {"Jenang dan madumongso", "2020:10796", "camilan", 18, 86, "rumah", "06", 600, 5'000, true, jenang_names, jenangs},
    {"Manisan buah", "2020:10733", "camilan", 14, 84, "rumah daring", "14", 500, 4'500, true, fruit_names, fruits},
    {"Makanan beku", "2020:10750", "beku", 34, 88, "rumah daring", "", 1'500, 11'000, false, frozen_names, frozens},
    {"Sirup dan minuman botol", "2020:11090", "minuman_cair", 22, 78, "rumah daring", "", 700, 5'500, true, drink_names, drinks},
    {"Kopi bubuk", "2020:10761", "minuman_serbuk", 20, 35, "rumah toko", "10", 1'200, 9'000, false, coffee_names, coffees},
    {"Jamu dan herbal kering", "2020:10762", "minuman_serbuk", 26, 90, "rumah pasar", "13", 700, 5'000, false, herb_names, herbs},
    {"Warung makan", "2020:56102", "warung", 150, 76, "toko rumah", "", 3'000, 18'000, false, stall_names, {}},
    {"Makanan keliling", "2020:56104", "warung", 110, 22, "keliling", "", 2'500, 11'000, false, cart_names, {}},
    {"Kedai makanan", "2020:56103", "warung", 70, 55, "toko", "", 3'500, 20'000, false, snack_bar_names, {}},
    {"Kedai minuman", "2020:56304", "warung", 65, 48, "toko keliling", "", 2'000, 13'000, false, drink_bar_names, {}},
    {"Toko kelontong", "2020:47112", "", 175, 70, "toko rumah", "", 4'000, 30'000, false, grocer_names, {}},
    {"Jahit pakaian", "2020:14120", "sandang", 65, 82, "rumah toko", "", 900, 6'000, false, tailor_names, tailored},
    {"Konveksi", "2020:14111", "sandang", 26, 64, "rumah daring", "", 4'000, 25'000, false, clothes_names, clothes},
    {"Batik", "2020:13134", "sandang", 16, 78, "rumah toko", "", 1'500, 14'000, false, batik_names, batiks},
    {"Anyaman bambu", "2020:16291", "kerajinan", 16, 58, "rumah", "", 600, 4'500, false, weave_names, weaves},
    {"Bubut kayu", "2020:16299", "kerajinan", 36, 12, "rumah daring", "", 2'500, 20'000, false, wood_names, woods},
    {"Ukiran kayu", "2020:16293", "kerajinan", 10, 8, "rumah", "", 1'500, 12'000, false, carving_names, carvings},
    {"Aksesori", "2020:32120", "kerajinan", 28, 95, "rumah daring", "", 400, 3'500, true, bead_names, beads},
    {"Binatu", "2020:96200", "jasa", 42, 66, "rumah toko", "", 2'500, 11'000, false, laundry_names, {}},
    {"Potong rambut", "", "jasa", 34, 32, "toko rumah", "", 2'000, 8'000, false, barber_names, {}},
    {"Bengkel sepeda motor", "", "jasa", 52, 4, "toko rumah", "", 3'500, 17'000, false, repair_names, {}},
    {"Jual sayur", "", "", 78, 72, "keliling pasar", "", 3'000, 13'000, false, vegetable_names, {}},
    {"Jual pakaian daring", "", "", 44, 88, "daring rumah", "", 1'000, 9'000, false, online_names, {}},
};

} // namespace

std::span<Trade const> trades() { return all_trades; }

} // namespace rtkeren::simulation
