#include "tables/messages.hpp"

namespace rtkeren::tables {

namespace {

constexpr language::Message table_messages[] = {
    {"list.sort", TR_NOOP("Daftar ini tidak dapat diurutkan menurut “{value}”.")},
    {"list.limit", TR_NOOP("Jumlah baris per halaman antara 1 dan 200.")},
    {"list.format", TR_NOOP("Bentuk berkas “{value}” tidak dikenal. Pilih xlsx, csv, pdf, atau json.")},
    {"list.filter", TR_NOOP("Pilihan “{value}” tidak ada dalam saringan ini.")},
    {"list.search_long", TR_NOOP("Kata yang dicari paling panjang 100 huruf.")},
    {"environment.temporary", TR_NOOP("Berkas sementara tidak dapat ditulis. Coba lagi nanti.")},
};

} // namespace

std::span<language::Message const> messages()
{
    return table_messages;
}

} // namespace rtkeren::tables
