#include "documents/messages.hpp"

namespace rtkeren::documents {

namespace {

constexpr language::Message document_messages[] = {
    {"document.photo", TR_NOOP("Foto ini bukan JPEG atau rusak.")},
    {"document.photo_large", TR_NOOP("Foto ini terlalu besar. Paling besar 25 megapiksel.")},
    {"document.failed", TR_NOOP("Dokumen tidak dapat dibuat.")},
    {"document.unreadable", TR_NOOP("Berkas tidak dapat dibaca.")},
    {"document.not_a_workbook", TR_NOOP("Berkas ini bukan lembar kerja. Simpan sebagai .xlsx atau .csv, lalu unggah lagi.")},
    {"document.workbook_limit", TR_NOOP("Lembar kerja ini terlalu besar: paling banyak 50.000 baris, 256 kolom, dan 20 MB. Bagi menjadi beberapa berkas.")},
    {"document.workbook_empty", TR_NOOP("Berkas ini kosong.")},
    {"document.workbook_locked", TR_NOOP("Lembar kerja ini dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.")},
    {"import.no_heading", TR_NOOP("Baris judul tidak ditemukan dalam 30 baris pertama. Pakai contoh berkas yang disediakan.")},
    {"import.heading_missing", TR_NOOP("Kolom “{heading}” tidak ada.")},
    {"import.heading_twice", TR_NOOP("Ada dua kolom untuk “{heading}”: “{value}”. Sisakan satu.")},
    {"import.no_rows", TR_NOOP("Di bawah judul tidak ada baris yang berisi.")},
    {"code.too_long", TR_NOOP("Isi terlalu panjang untuk satu kode.")},
    {"code.data", TR_NOOP("Isi ini tidak dapat dijadikan kode.")},
    {"code.check_digit", TR_NOOP("Angka terakhir kode batang tidak cocok.")},
};

} // namespace

std::span<language::Message const> messages()
{
    return document_messages;
}

} // namespace rtkeren::documents
