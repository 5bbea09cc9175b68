#include "identity/import_rows.hpp"
#include "identity/parts.hpp"
#include "identity/room.hpp"

#include <boost/json/array.hpp>

namespace rtkeren::identity {

namespace {

Result<operations::Answer> import_users(db::WriteTx& tx, operations::Context& context, ImportUsers const& input)
{
    auto const rows = TRY(prepare_rows(tx, context, input));
    boost::json::array users;
    boost::json::array slips;
    for (auto const& row : rows) {
        TRY(write_newcomer(tx, context, row.newcomer));
        TRY(write_office(tx, context, row.office, *row.role));
        auto slip = TRY(add_slip(tx, context, row.newcomer.user));
        users.emplace_back(row.newcomer.user.text());
        slips.emplace_back(slip.text());
    }
    auto const first = rows.front().newcomer.user.str();
    return operations::Answer {.id = first,
        .href = "/pengguna",
        .message = "identity.users_imported",
        .arguments = {{"count", std::to_string(rows.size())}},
        .data = {{"users", std::move(users)}, {"slips", std::move(slips)}}};
}

} // namespace

std::vector<sheets::Kind const*> imports()
{
    static sheets::Kind const kind {"identity.import_users", "rows", "contoh-pengguna",
        {{"name", TR_NOOP("Nama"), {"nama lengkap"}}, {"phone", TR_NOOP("Telepon"), {"nomor telepon", "no telepon", "no hp", "hp", "telp", "wa"}, false},
            {"role", TR_NOOP("Jabatan"), {}}, {"place", TR_NOOP("Tempat"), {"wilayah", "rt rw", "kode"}},
            {"decree", TR_NOOP("Nomor SK"), {"no sk", "sk", "surat", "nomor surat"}},
            {"nip", TR_NOOP("NIP"), {"nomor induk pegawai"}, false},
            {"shared", TR_NOOP("Telepon bersama"), {"hp bersama", "nomor bersama", "telepon keluarga"}, false}},
        {{"Siti Aminah", "081234567890", "Ketua RT", "35.72.03.1002.003.002", "188/21/2023", "", ""},
            {"Ratna Dewi", "081234567891", "Lurah", "35.72.03.1002", "821/7/2023", "198001012005012001", ""}},
        "users", {{"from", TR_NOOP("Jabatan mulai"), sheets::Extra::Kind::Date, true}}, "identity.users", "/pengguna/impor", TR_NOOP("Banyak orang sekaligus"),
        TR_NOOP("Jabatan ditulis seperti “Ketua RT”, tempat seperti “RT 02 RW 03” atau kodenya; di luar kelurahan Anda dengan namanya, “RT 02 RW 03 Plosokerep”. Lurah, sekretaris, PPTK, "
                "bendahara dan kantor kota memerlukan NIP. Satu telepon untuk sekeluarga: isi “ya” pada Telepon bersama. Sesudah disimpan, slip kode tiap orang tampil untuk dicetak."),
        "/pengguna", TR_NOOP("Pengguna")};
    return {&kind};
}

std::vector<operations::Operation> import_operations()
{
    return {operations::make<ImportUsers>(
        "identity.import_users", "identity.users", "Record many people with one office and a slip each, all or none", import_users)};
}

} // namespace rtkeren::identity
