#include "rules/known.hpp"

#include "base/rupiah.hpp"
#include "language/language.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::rules {

namespace {

constexpr std::int64_t a_billion = 1'000'000'000;

constexpr std::array numbers {
    KnownNumber {"price_warn_bp", Unit::Share, 0, 100'000, TR_NOOP("Harga di atas acuan: peringatan mulai")},
    KnownNumber {"price_block_bp", Unit::Share, 0, 100'000, TR_NOOP("Harga di atas acuan: ditolak mulai")},
    KnownNumber {"cash_overnight", Unit::Money, 0, a_billion, TR_NOOP("Uang tunai yang boleh disimpan bendahara semalam")},
    KnownNumber {"split_days", Unit::Days, 1, 366, TR_NOOP("Belanja terpecah: jarak hari pada penyedia yang sama")},
    KnownNumber {"split_above", Unit::Money, 0, a_billion, TR_NOOP("Belanja terpecah: jumlah yang dijaga")},
    KnownNumber {"quotes_above", Unit::Money, 0, a_billion, TR_NOOP("Perlu pembanding harga di atas")},
    KnownNumber {"stamp_above", Unit::Money, 0, a_billion, TR_NOOP("Kuitansi perlu meterai di atas")},
    KnownNumber {"stamp_duty", Unit::Money, 0, 1'000'000, TR_NOOP("Bea meterai")},
    KnownNumber {"free_daily_wage", Unit::Money, 0, a_billion, TR_NOOP("Upah harian yang belum dipotong pajak")},
    KnownNumber {"fix_days", Unit::Days, 1, 366, TR_NOOP("Waktu memperbaiki berkas yang dikembalikan")},
    KnownNumber {"check_days", Unit::WorkingDays, 1, 366, TR_NOOP("Waktu kelurahan memeriksa")},
    KnownNumber {"confirm_days", Unit::WorkingDays, 1, 366, TR_NOOP("Waktu pokmas memastikan uang masuk")},
    KnownNumber {"lpj_days", Unit::Days, 1, 366, TR_NOOP("LPJ setelah termin habis dipakai")},
    KnownNumber {"tax_due_day", Unit::Count, 1, 28, TR_NOOP("Pajak disetor paling lambat tanggal, bulan berikutnya")},
    KnownNumber {"quorum_residents", Unit::Count, 1, 1000, TR_NOOP("Warga yang hadir dalam musyawarah")},
    KnownNumber {"quorum_households", Unit::Count, 1, 1000, TR_NOOP("Keluarga yang hadir dalam musyawarah")},
    KnownNumber {"quorum_officers", Unit::Count, 0, 1000, TR_NOOP("Pengurus yang hadir dalam musyawarah")},
    KnownNumber {"rw_per_pokmas", Unit::Count, 1, 100, TR_NOOP("RW untuk satu pokmas")},
    KnownNumber {"public_call_days", Unit::Days, 0, 366, TR_NOOP("Pengumuman pelatihan sebelum dimulai")},
    KnownNumber {"training_repeat_months", Unit::Months, 0, 120, TR_NOOP("Orang yang sama pada topik yang sama")},
    KnownNumber {"trainings_per_year", Unit::Count, 0, 100, TR_NOOP("Pelatihan seorang warga dalam setahun")},
    KnownNumber {"participants_min", Unit::Count, 1, 10'000, TR_NOOP("Peserta pelatihan paling sedikit")},
    KnownNumber {"participants_max", Unit::Count, 1, 10'000, TR_NOOP("Peserta pelatihan paling banyak")},
    KnownNumber {"seat_cost_low", Unit::Money, 0, a_billion, TR_NOOP("Biaya per peserta yang wajar, paling rendah")},
    KnownNumber {"seat_cost_high", Unit::Money, 0, a_billion, TR_NOOP("Biaya per peserta yang wajar, paling tinggi")},
    KnownNumber {"priority_untrained", Unit::Count, 0, 100, TR_NOOP("Nilai pendaftar yang belum pernah ikut pelatihan")},
    KnownNumber {"priority_idea", Unit::Count, 0, 100, TR_NOOP("Nilai pendaftar yang punya rencana produk")},
    KnownNumber {"priority_poor", Unit::Count, 0, 100, TR_NOOP("Nilai pendaftar dari keluarga kurang mampu")},
    KnownNumber {"clinic_nib", Unit::Money, 0, a_billion, TR_NOOP("Biaya per kursi klinik NIB")},
    KnownNumber {"clinic_pkp", Unit::Money, 0, a_billion, TR_NOOP("Biaya per kursi penyuluhan keamanan pangan")},
    KnownNumber {"clinic_pirt", Unit::Money, 0, a_billion, TR_NOOP("Biaya per kursi klinik P-IRT")},
    KnownNumber {"clinic_bpom", Unit::Money, 0, a_billion, TR_NOOP("Biaya per kursi klinik BPOM")},
    KnownNumber {"clinic_halal", Unit::Money, 0, a_billion, TR_NOOP("Biaya per kursi klinik halal")},
    KnownNumber {"clinic_success_bp", Unit::Share, 0, 10'000, TR_NOOP("Kursi klinik yang berhasil sampai izinnya terbukti: anggapan selama belum ada hasil")},
    KnownNumber {"photo_distance_m", Unit::Metres, 1, 10'000, TR_NOOP("Jarak foto 0, 50 dan 100 persen")},
    KnownNumber {"photo_kilobytes", Unit::Kilobytes, 50, 20'000, TR_NOOP("Ukuran foto setelah diperkecil")},
    KnownNumber {"pirt_alarm_days", Unit::Days, 1, 1000, TR_NOOP("Peringatan sebelum P-IRT berakhir")},
    KnownNumber {"followup_days_1", Unit::Days, 1, 3650, TR_NOOP("Tindak lanjut pertama setelah pelatihan")},
    KnownNumber {"followup_days_2", Unit::Days, 1, 3650, TR_NOOP("Tindak lanjut kedua setelah pelatihan")},
    KnownNumber {"followup_days_3", Unit::Days, 1, 3650, TR_NOOP("Tindak lanjut ketiga setelah pelatihan")},
    KnownNumber {"followup_days_4", Unit::Days, 1, 3650, TR_NOOP("Tindak lanjut keempat setelah pelatihan")},
    KnownNumber {"followup_early_days", Unit::Days, 0, 60, TR_NOOP("Tindak lanjut boleh sebelum harinya")},
    KnownNumber {"followup_open_days", Unit::Days, 1, 366, TR_NOOP("Tindak lanjut masih diterima setelah harinya")},
    KnownNumber {"followup_retry_days", Unit::Days, 1, 60, TR_NOOP("Tindak lanjut dicoba lagi setelah")},
    KnownNumber {"followup_tries", Unit::Count, 1, 10, TR_NOOP("Tindak lanjut paling banyak dicoba")},
    KnownNumber {"survey_sample", Unit::Count, 1, 100'000, TR_NOOP("Usaha yang diundi dalam satu putaran survei")},
    KnownNumber {"survey_tries", Unit::Count, 1, 10, TR_NOOP("Wawancara survei paling banyak dicoba")},
};

constexpr std::array choices {
    KnownWord {"tax_withheld_by", TR_NOOP("Yang memotong pajak"), " pokmas kelurahan "},
    KnownWord {"purse_bears_tax", TR_NOOP("Pajak yang lupa dipotong boleh dibayar dari kantong"), " ya tidak "},
    KnownWord {"accept_needs_tax_paid", TR_NOOP("Belanja baru sah setelah pajaknya disetor"), " ya tidak "},
    KnownWord {"days_are", TR_NOOP("Hitungan hari tenggat"), " kalender kerja "},
};

constexpr std::array steps {
    KnownWord {"musrenbang", TR_NOOP("Musrenbang setahun sebelumnya")},
    KnownWord {"pendamping", TR_NOOP("Pemeriksaan pendamping")},
    KnownWord {"dinas", TR_NOOP("Pemeriksaan teknis dinas")},
    KnownWord {"pengawas", TR_NOOP("Pemeriksaan barang oleh Tim Pengawas")},
    KnownWord {"spm", TR_NOOP("SPM sebagai langkah tersendiri setelah SPP")},
};

constexpr std::array<std::string_view, 10> answers {"pkp", "suket", "no_suket", "catering", "no_catering", "civil", "no_civil", "rank_2", "rank_3", "rank_4"};

} // namespace

std::span<KnownNumber const> known_numbers() { return numbers; }
std::span<KnownWord const> known_choices() { return choices; }
std::span<KnownWord const> known_steps() { return steps; }

KnownNumber const* known_number(std::string_view key)
{
    auto const* found = std::ranges::find(numbers, key, &KnownNumber::key);
    return found == numbers.end() ? nullptr : found;
}

KnownWord const* known_word(std::span<KnownWord const> words, std::string_view key)
{
    auto const found = std::ranges::find(words, key, &KnownWord::key);
    return found == words.end() ? nullptr : &*found;
}

bool is_known_answer(std::string_view answer) { return answer == "wages_over_limit" || std::ranges::find(answers, answer) != answers.end(); }

std::string shown(Unit unit, std::int64_t value)
{
    switch (unit) {
    case Unit::Share:
        return language::fill("{value:bp}", {{"value", std::to_string(value)}});
    case Unit::Money:
        return format_rupiah(Rupiah::checked(value));
    case Unit::Days:
        return trn("{n} hari", "{n} hari", value);
    case Unit::WorkingDays:
        return trn("{n} hari kerja", "{n} hari kerja", value);
    case Unit::Months:
        return trn("{n} bulan", "{n} bulan", value);
    case Unit::Metres:
        return format_number(value) + " m";
    case Unit::Kilobytes:
        return format_number(value) + " kB";
    case Unit::Count:
        break;
    }
    return format_number(value);
}

} // namespace rtkeren::rules
