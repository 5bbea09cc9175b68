#include "language/language.hpp"
#include "workflow/workflow.hpp"

namespace rtkeren::workflow {

void register_messages()
{
    static constexpr language::Message rows[] = {
        {"workflow.not_found", TR_NOOP("Berkas ini belum masuk dalam alur kerja.")},
        {"workflow.started", TR_NOOP("Berkas ini sudah masuk dalam alur kerja.")},
        {"workflow.moved", TR_NOOP("Orang lain sudah memutuskan lebih dahulu. Periksa keadaan terbaru, lalu putuskan lagi.")},
        {"workflow.not_possible", TR_NOOP("Langkah ini tidak tersedia pada keadaan sekarang. Muat ulang halaman untuk melihat keadaan terbaru.")},
        {"workflow.not_yours", TR_NOOP("Langkah ini bukan wewenang Anda di wilayah ini.")},
        {"workflow.holidays_imported", TR_NOOP("{count} hari libur tersimpan. Tenggat baru melewatinya.")},
        {"workflow.holiday_twice", TR_NOOP("{value:date} sudah ada di baris {row}.")},
        {"workflow.holiday_kind", TR_NOOP("“{value}” bukan jenis hari libur. Tulis libur nasional atau cuti bersama.")},
        {"workflow.four_eyes", TR_NOOP("Langkah ini harus diambil orang lain, karena {name} sudah mengerjakan langkah sebelumnya.")},
    };
    language::register_messages(rows);
}

} // namespace rtkeren::workflow
