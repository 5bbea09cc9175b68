#include "spending/cash_form.hpp"

namespace rtkeren::spending {

namespace {

using enum ledger::CashKind;

CashField amount_field() { return {.kind = "money", .name = "amount", .label = tr("Jumlah"), .required = true}; }
CashField day_field() { return {.kind = "date", .name = "on", .label = tr("Tanggal"), .required = true}; }
CashField note_field(std::string hint = {}) { return {.kind = "text", .name = "note", .label = tr("Catatan"), .hint = std::move(hint), .maxlength = "2000"}; }
CashField proof_field(std::string label, std::string hint) { return {.kind = "file", .name = "proof", .label = std::move(label), .hint = std::move(hint)}; }
CashField slip_field() { return {.kind = "text", .name = "slip", .label = tr("Nomor bukti setor (STS)"), .required = true, .maxlength = "80"}; }
CashField choice_field(std::string name, std::string label, std::vector<html::Option> options, std::string first = {})
{
    return {.kind = "select", .name = std::move(name), .label = std::move(label), .required = first.empty(), .options = std::move(options), .first = std::move(first)};
}
CashField passbook() { return proof_field(tr("Foto buku tabungan"), tr("Halaman dengan baris ini.")); }

FormDraft move_draft(std::string title, std::string lead, std::string submit, std::vector<std::pair<ledger::CashKind, int>> effects, CashField proof)
{
    return {.title = std::move(title), .lead = std::move(lead), .submit = std::move(submit), .confirm = {},
        .fields = {amount_field(), day_field(), note_field(), std::move(proof)}, .effects = std::move(effects)};
}

FormDraft draw_draft(FormFacts const&)
{
    return move_draft(tr("Tarik tunai"), tr("Uang pindah dari bank ke kas. Belum ada belanja."), tr("Catat tarikan"), {{Bank, -1}, {Kas, 1}}, passbook());
}
FormDraft pay_in_draft(FormFacts const&)
{
    return move_draft(tr("Setor tunai ke bank"), tr("Uang pindah dari kas ke bank."), tr("Catat setoran"), {{Kas, -1}, {Bank, 1}}, passbook());
}
FormDraft interest_draft(FormFacts const&)
{
    return move_draft(tr("Jasa giro masuk"), tr("Bunga bank milik kas daerah, bukan uang kegiatan."), tr("Catat jasa giro"), {{Bank, 1}, {Bunga, 1}}, passbook());
}
FormDraft interest_tax_draft(FormFacts const&)
{
    return move_draft(tr("Pajak jasa giro"), tr("Dipotong bank dari jasa giro."), tr("Catat pajak"), {{Bank, -1}, {Bunga, -1}}, passbook());
}
FormDraft fee_draft(FormFacts const&)
{
    return move_draft(tr("Biaya bank"), tr("Diambil bank dari jasa giro."), tr("Catat biaya"), {{Bank, -1}, {Bunga, -1}}, passbook());
}
FormDraft residents_in_draft(FormFacts const&)
{
    return move_draft(tr("Swadaya warga masuk"), tr("Uang warga disimpan di kas dan tidak tercampur uang kegiatan."), tr("Catat swadaya"), {{Kas, 1}, {Swadaya, 1}},
        proof_field(tr("Foto daftar iuran"), tr("Nama dan jumlah.")));
}
FormDraft residents_used_draft(FormFacts const&)
{
    return move_draft(tr("Swadaya warga dipakai"), tr("Dibayar dari uang warga; kantong tidak berubah."), tr("Catat pemakaian"), {{Kas, -1}, {Swadaya, -1}},
        proof_field(tr("Foto nota"), tr("Nota atau kuitansi.")));
}
FormDraft unknown_draft(FormFacts const&)
{
    return move_draft(tr("Uang masuk yang belum dikenal"), tr("Disimpan sebagai titipan sampai pemiliknya diketahui; tidak boleh dibelanjakan."), tr("Catat titipan"),
        {{Bank, 1}, {Titipan, 1}}, passbook());
}

FormDraft gift_draft(FormFacts const& facts)
{
    return {.title = tr("Tenaga atau barang dari warga"), .lead = tr("Dicatat nilainya untuk laporan. Kas tidak berubah."), .submit = tr("Catat pemberian"), .confirm = {},
        .fields = {choice_field("kind", tr("Jenis"), {{"work", tr("Tenaga")}, {"goods", tr("Barang")}}),
            {.kind = "text", .name = "what", .label = tr("Apa yang diberikan"), .hint = tr("Misalnya: kerja bakti 8 orang setengah hari"), .required = true, .maxlength = "300"},
            {.kind = "money", .name = "value", .label = tr("Nilainya"), .required = true}, {.kind = "text", .name = "giver", .label = tr("Dari siapa"), .maxlength = "200"},
            choice_field("purse", tr("Untuk kegiatan kantong"), facts.purses, tr("Tidak untuk satu kantong")), day_field(), proof_field(tr("Foto"), {})}};
}

FormDraft advance_draft(FormFacts const& facts)
{
    FormDraft draft {.title = tr("Beri panjar"), .lead = tr("Uang pindah dari kas ke orang yang akan berbelanja. Ia menyerahkan nota atau mengembalikan sisanya."), .submit = tr("Beri panjar"),
        .confirm = {}, .fields = {}, .effects = {{Kas, -1}, {Panjar, 1}}};
    if (!facts.holders.empty())
        draft.fields.push_back(choice_field("holder", tr("Kepada"), facts.holders, tr("Orang lain, tulis di bawah")));
    draft.fields.push_back({.kind = "text", .name = "holder_name", .label = tr("Nama"), .hint = tr("Nama lengkap orang yang memegang uang."), .required = facts.holders.empty(), .maxlength = "120"});
    for (auto&& field : {amount_field(), day_field(), note_field(tr("Untuk belanja apa")), proof_field(tr("Foto tanda terima"), {})})
        draft.fields.push_back(field);
    return draft;
}
FormDraft advance_back_draft(FormFacts const& facts)
{
    return {.title = tr("Panjar kembali"), .lead = tr("Sisa panjar kembali ke kas."), .submit = tr("Catat pengembalian"), .confirm = {},
        .fields = {choice_field("holder", tr("Dari"), facts.advances), amount_field(), day_field(), note_field()}, .effects = {{Panjar, -1}, {Kas, 1}}};
}

FormDraft tax_draft(FormFacts const& facts)
{
    FormDraft draft {.title = tr("Setor pajak"), .lead = tr("Isi jumlah pada jenis yang dibayar dengan nomor ini. Pajak daerah (NTPD) dan pajak negara (NTPN) dibayar terpisah."),
        .submit = tr("Catat setoran pajak"), .confirm = {}, .fields = {}, .effects = {}};
    for (std::size_t i = 0; i < facts.taxes.size(); ++i) {
        auto const name = "taxes." + std::to_string(i);
        draft.fields.push_back({.kind = "hidden", .name = name + ".key", .label = {}});
        draft.fields.push_back({.kind = "money", .name = name + ".amount", .label = facts.taxes[i].label, .hint = tr("belum disetor {owed}", {{"owed", facts.taxes[i].detail}})});
        draft.values.emplace_back(name + ".key", facts.taxes[i].value);
    }
    std::vector<html::Option> sources;
    if (facts.is_kelurahan_treasurer)
        sources = {{"panjar", tr("Pajak yang saya tahan saat membayar")}};
    else
        sources = {{"kas", tr("Kas")}, {"bank", tr("Bank")}};
    draft.effects = facts.is_kelurahan_treasurer ? decltype(draft.effects) {{Panjar, -1}, {Pajak, -1}} : decltype(draft.effects) {{Pajak, -1}};
    draft.fields.push_back(choice_field("from", tr("Dibayar dari"), std::move(sources)));
    draft.fields.push_back({.kind = "text", .name = "ntpn", .label = tr("NTPN"), .hint = tr("16 huruf atau angka pada bukti penerimaan negara."), .maxlength = "24"});
    draft.fields.push_back({.kind = "text", .name = "ntpd", .label = tr("NTPD"), .hint = tr("Hanya untuk pajak daerah."), .maxlength = "40"});
    for (auto&& field : {day_field(), note_field(), proof_field(tr("Foto bukti bayar"), {})})
        draft.fields.push_back(field);
    return draft;
}

FormDraft count_draft(FormFacts const& facts)
{
    constexpr std::string_view values[] {"100000", "50000", "20000", "10000", "5000", "2000", "1000", "500", "200", "100"};
    FormDraft draft {.title = tr("Hitung kas"), .lead = tr("Menurut buku, kas sekarang {kas}. Hitung semua uang di tangan.", {{"kas", format_rupiah(facts.desk.cash.of(Kas))}}),
        .submit = tr("Simpan hitungan"), .confirm = tr("Selisih akan dicatat: yang kurang menjadi piutang pemegangnya, yang lebih menjadi titipan. Lanjutkan?"),
        .fields = {{.kind = "money", .name = "counted", .label = tr("Uang yang ada"), .hint = tr("Atau isi lembar dan keping di bawah.")}, day_field()}, .effects = {}};
    draft.fields.push_back({.kind = "heading", .name = {}, .label = tr("Lembar dan keping"), .hint = tr("Boleh kosong.")});
    for (std::size_t i = 0; i < std::size(values); ++i) {
        auto const name = "pieces." + std::to_string(i);
        draft.fields.push_back({.kind = "hidden", .name = name + ".value", .label = {}});
        draft.fields.push_back({.kind = "text", .name = name + ".count", .label = format_rupiah(Rupiah::checked(parse_integer(values[i]).value_or(0)))});
        draft.values.emplace_back(name + ".value", std::string(values[i]));
    }
    draft.fields.push_back({.kind = "text", .name = "holder_name", .label = tr("Pemegang kas"), .hint = tr("Yang bertanggung jawab bila kurang; kosong berarti Anda sendiri."), .maxlength = "120"});
    draft.fields.push_back(note_field());
    return draft;
}

FormDraft interest_back_draft(FormFacts const&)
{
    return {.title = tr("Setor jasa giro ke kas daerah"), .lead = {}, .submit = tr("Catat setoran"), .confirm = {},
        .fields = {amount_field(), slip_field(), day_field(), note_field(), proof_field(tr("Foto bukti setor"), {})}, .effects = {{Bank, -1}, {Bunga, -1}}};
}
FormDraft repay_draft(FormFacts const& facts)
{
    return {.title = tr("Piutang dibayar"), .lead = tr("Uang kembali ke pokmas dan bisa dipakai lagi menurut RAB."), .submit = tr("Catat pembayaran"), .confirm = {},
        .fields = {choice_field("debtor", tr("Dari"), facts.debtors), amount_field(), choice_field("to", tr("Diterima di"), {{"bank", tr("Bank")}, {"kas", tr("Kas")}}), day_field(),
            note_field(), proof_field(tr("Foto tanda terima"), {})},
        .effects = {{Piutang, -1}}};
}

/// A row of each purse: hidden id, amount.
void add_purses(FormDraft& draft, FormFacts const& facts)
{
    for (std::size_t i = 0; i < facts.purses.size(); ++i) {
        if (facts.purses[i].label.empty())
            continue;
        auto const name = "purses." + std::to_string(i);
        draft.fields.push_back({.kind = "hidden", .name = name + ".purse", .label = {}});
        draft.fields.push_back({.kind = "money", .name = name + ".amount", .label = facts.purses[i].label, .hint = facts.purses[i].detail});
        draft.values.emplace_back(name + ".purse", facts.purses[i].value);
    }
}

FormDraft repay_treasury_draft(FormFacts const& facts)
{
    FormDraft draft {.title = tr("Piutang dibayar langsung ke kas daerah"), .lead = tr("Untuk kantong yang sudah ditutup."), .submit = tr("Catat pembayaran"), .confirm = {},
        .fields = {choice_field("debtor", tr("Dari"), facts.debtors)}, .effects = {{Piutang, -1}}};
    add_purses(draft, facts);
    for (auto&& field : {slip_field(), day_field(), note_field(), proof_field(tr("Foto bukti setor"), {})})
        draft.fields.push_back(field);
    return draft;
}
FormDraft leftover_draft(FormFacts const& facts)
{
    FormDraft draft {.title = tr("Kembalikan sisa ke kas daerah"), .lead = tr("Isi jumlah pada kantong yang sisanya dikembalikan. Uang keluar dari bank."), .submit = tr("Catat pengembalian"),
        .confirm = tr("Sisa dana dikembalikan ke kas daerah. Lanjutkan?"), .fields = {}, .effects = {{Bank, -1}}};
    add_purses(draft, facts);
    for (auto&& field : {slip_field(), day_field(), note_field(), proof_field(tr("Foto bukti setor"), {})})
        draft.fields.push_back(field);
    return draft;
}
FormDraft write_off_draft(FormFacts const& facts)
{
    FormDraft draft {.title = tr("Hapus piutang dengan keputusan"), .lead = tr("Uang itu tidak kembali; kantong berkurang sebesar itu."), .submit = tr("Hapus piutang"),
        .confirm = tr("Piutang dihapus dan dibebankan ke kantong. Lanjutkan?"), .fields = {choice_field("debtor", tr("Yang berutang"), facts.debtors)}, .effects = {{Piutang, -1}}};
    add_purses(draft, facts);
    draft.fields.push_back({.kind = "text", .name = "decree", .label = tr("Nomor keputusan"), .required = true, .maxlength = "80"});
    draft.fields.push_back({.kind = "area", .name = "reason", .label = tr("Alasan"), .required = true});
    draft.fields.push_back(day_field());
    draft.fields.push_back(proof_field(tr("Foto keputusan"), {}));
    return draft;
}

FormDraft handover_draft(FormFacts const& facts)
{
    auto const& cash = facts.desk.cash;
    return {.title = tr("Serah terima ke pokmas lain"),
        .lead = tr("Semua kantong, uang dan utang pokmas ini berpindah: bank {bank}, kas {kas}, panjar {panjar}, piutang {piutang}, utang {owed}.",
            {{"bank", format_rupiah(cash.of(Bank))}, {"kas", format_rupiah(cash.of(Kas))}, {"panjar", format_rupiah(cash.of(Panjar))}, {"piutang", format_rupiah(cash.of(Piutang))},
                {"owed", format_rupiah(cash.owed())}}),
        .submit = tr("Serahkan"), .confirm = tr("Seluruh buku pokmas ini berpindah dan tidak bisa dibalik. Lanjutkan?"),
        .fields = {choice_field("to", tr("Pokmas penerima"), facts.other_pokmas),
            {.kind = "text", .name = "minutes", .label = tr("Nomor berita acara"), .required = true, .maxlength = "80"},
            {.kind = "money", .name = "counted", .label = tr("Kas yang dihitung bersama"), .hint = tr("Harus sama dengan buku."), .required = true}, day_field(), note_field(),
            proof_field(tr("Foto berita acara"), {})}};
}

FormDraft take_back_draft(FormFacts const& facts)
{
    return {.title = tr("Batalkan catatan"), .lead = facts.entry_text, .submit = tr("Batalkan catatan ini"), .confirm = {},
        .fields = {{.kind = "hidden", .name = "entry", .label = {}},
            {.kind = "area", .name = "reason", .label = tr("Alasan"), .hint = tr("Catatan lama tetap terbaca; catatan balik bertanggal hari ini."), .required = true}}};
}

constexpr FormRow form_rows[] {
    {"tarik", "spending.draw_cash", "spending.cash", "building-bank", draw_draft, "Draw cash"},
    {"setor", "spending.pay_in", "spending.cash", "building-bank", pay_in_draft, "Pay cash in"},
    {"panjar", "spending.give_advance", "spending.cash", "user", advance_draft, "Give an advance"},
    {"panjar-kembali", "spending.return_advance", "spending.cash", "arrow-back-up", advance_back_draft, "Take back an advance"},
    {"pajak", "spending.pay_tax", "spending.tax", "receipt-tax", tax_draft, "Pay taxes"},
    {"bunga", "spending.record_interest", "spending.cash", "percentage", interest_draft, "Record interest"},
    {"bunga-pajak", "spending.record_tax_on_interest", "spending.cash", "receipt-tax", interest_tax_draft, "Record tax on interest"},
    {"bunga-setor", "spending.return_interest", "spending.cash", "send", interest_back_draft, "Return interest"},
    {"biaya", "spending.record_bank_fee", "spending.cash", "minus", fee_draft, "Record a bank fee"},
    {"swadaya", "spending.residents_in", "spending.cash", "users", residents_in_draft, "Record residents' money"},
    {"swadaya-pakai", "spending.residents_used", "spending.cash", "users", residents_used_draft, "Record the use of residents' money"},
    {"swadaya-nilai", "spending.residents_value", "spending.cash", "hammer", gift_draft, "Record the value of residents' work or goods"},
    {"hitung", "spending.count_cash", "spending.cash", "coins", count_draft, "Count the cash"},
    {"titipan", "spending.unknown_money_in", "spending.cash", "help-circle", unknown_draft, "Record unknown money"},
    {"piutang", "spending.repay", "spending.cash", "user-check", repay_draft, "Record a repayment"},
    {"piutang-kasda", "spending.repay_to_treasury", "spending.cash", "send", repay_treasury_draft, "Record a repayment to the treasury"},
    {"kembalikan", "spending.return_leftover", "reporting.return_leftover", "send", leftover_draft, "Return what is left"},
    {"hapus", "spending.write_off", "spending.write_off", "gavel", write_off_draft, "Write off by decree"},
    {"serah-terima", "spending.hand_over", "spending.handover", "transfer", handover_draft, "Pass everything to another pokmas"},
    {"batalkan", "spending.take_back", "signed_in", "rotate", take_back_draft, "Take back an entry"},
};

} // namespace

std::span<FormRow const> cash_form_rows() { return form_rows; }

} // namespace rtkeren::spending
