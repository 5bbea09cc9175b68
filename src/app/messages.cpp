#include "app/messages.hpp"

#include "language/language.hpp"

#include <array>

namespace rtkeren::app {

namespace {

constexpr std::array own_messages {
    language::Message {"environment.no_city", TR_NOOP("Belum ada kota di sini. Jalankan `rtkeren init` atau `rtkeren demo` dulu.")},
    language::Message {"environment.which_city", TR_NOOP("Basis data ini memuat beberapa kota; sebutkan kodenya dengan RTKEREN_CITY.")},
    language::Message {"environment.city_exists", TR_NOOP("Kota {code} sudah ada di basis data ini.")},
    language::Message {"environment.example_beside", TR_NOOP("Kota {code} di basis data ini kota contoh, atau sebaliknya. Kota contoh dan kota sungguhan tidak berbagi basis data; pakai folder data lain.")},
    language::Message {"environment.config_broken", TR_NOOP("Berkas pengaturan tidak bisa dibaca.")},
    language::Message {"environment.config_unknown", TR_NOOP("Pengaturan ini tidak dikenal.")},
    language::Message {"environment.address", TR_NOOP("Alamat \"{value}\" bukan HOST:PORT.")},
    language::Message {"environment.example_public", TR_NOOP("Kota contoh hanya melayani komputer ini sendiri. Pakai --public-example bila memang dimaksud terbuka.")},
    language::Message {"environment.export_unwritable", TR_NOOP("Folder ekspor tidak bisa ditulis.")},
    language::Message {"file.unreadable", TR_NOOP("Berkas \"{value}\" tidak bisa dibaca.")},
    language::Message {"json.syntax", TR_NOOP("Ini bukan objek JSON yang benar.")},
    language::Message {"demo.size", TR_NOOP("Ukuran contoh adalah small, city, atau jumlah RT.")},
    language::Message {"demo.years", TR_NOOP("Tahun contoh ditulis seperti 2021-2024.")},
};

} // namespace

void register_own_messages() { language::register_messages(own_messages); }

} // namespace rtkeren::app
