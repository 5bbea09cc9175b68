#pragma once

#include "spending/cash_inputs.hpp"

/// The field tables of the cash book's operations.
namespace rtkeren::operations {

template<>
struct Fields<spending::CashMove> {
    static constexpr auto table()
    {
        using Input = spending::CashMove;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 1, .maximum = Rupiah::limit}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::GiveAdvance> {
    static constexpr auto table()
    {
        using Input = spending::GiveAdvance;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("holder", &Input::holder, {.label = TR_NOOP("Pemegang")}),
            field("holder_name", &Input::holder_name, {.label = TR_NOOP("Nama pemegang"), .example = "Siti Aminah"}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 1, .maximum = Rupiah::limit}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::ReturnAdvance> {
    static constexpr auto table()
    {
        using Input = spending::ReturnAdvance;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("holder", &Input::holder, {.label = TR_NOOP("Pemegang")}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 1, .maximum = Rupiah::limit}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::TaxPart> {
    static constexpr auto table()
    {
        using Input = spending::TaxPart;
        return std::tuple {
            field("key", &Input::key, {.label = TR_NOOP("Jenis pajak"), .example = "pph22"}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 0, .maximum = Rupiah::limit}),
        };
    }
};
template<>
struct Fields<spending::PayTax> {
    static constexpr auto table()
    {
        using Input = spending::PayTax;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("taxes", &Input::taxes, {.label = TR_NOOP("Pajak yang disetor"), .minimum = 1, .maximum = 200}),
            field("from", &Input::from, {.label = TR_NOOP("Dibayar dari")}),
            field("ntpn", &Input::ntpn, {.label = TR_NOOP("NTPN"), .example = "0A1B2C3D4E5F6G7H"}),
            field("ntpd", &Input::ntpd, {.label = TR_NOOP("NTPD")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::ReturnInterest> {
    static constexpr auto table()
    {
        using Input = spending::ReturnInterest;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 1, .maximum = Rupiah::limit}),
            field("slip", &Input::slip, {.label = TR_NOOP("Nomor bukti setor (STS)")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::ResidentsValue> {
    static constexpr auto table()
    {
        using Input = spending::ResidentsValue;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("purse", &Input::purse, {.label = TR_NOOP("Kantong")}),
            field("kind", &Input::kind, {.label = TR_NOOP("Jenis")}),
            field("value", &Input::value, {.label = TR_NOOP("Nilai"), .example = "100.000", .minimum = 1, .maximum = Rupiah::limit}),
            field("what", &Input::what, {.label = TR_NOOP("Apa yang diberikan")}),
            field("giver", &Input::giver, {.label = TR_NOOP("Dari siapa")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::Pieces> {
    static constexpr auto table()
    {
        using Input = spending::Pieces;
        return std::tuple {
            field("value", &Input::value, {.label = TR_NOOP("Nilai"), .example = "100.000", .minimum = 1, .maximum = Rupiah::limit}),
            field("count", &Input::count, {.label = TR_NOOP("Banyaknya"), .minimum = 0, .maximum = 1'000'000}),
        };
    }
};
template<>
struct Fields<spending::CountCash> {
    static constexpr auto table()
    {
        using Input = spending::CountCash;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("counted", &Input::counted, {.label = TR_NOOP("Uang yang dihitung"), .example = "1.350.000"}),
            field("pieces", &Input::pieces, {.label = TR_NOOP("Lembar dan keping")}),
            field("holder", &Input::holder, {.label = TR_NOOP("Pemegang")}),
            field("holder_name", &Input::holder_name, {.label = TR_NOOP("Nama pemegang"), .example = "Siti Aminah"}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::Repay> {
    static constexpr auto table()
    {
        using Input = spending::Repay;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("debtor", &Input::debtor, {.label = TR_NOOP("Yang berutang")}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 1, .maximum = Rupiah::limit}),
            field("to", &Input::to, {.label = TR_NOOP("Diterima di")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::PurseAmount> {
    static constexpr auto table()
    {
        using Input = spending::PurseAmount;
        return std::tuple {
            field("purse", &Input::purse, {.label = TR_NOOP("Kantong")}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 0, .maximum = Rupiah::limit}),
        };
    }
};
template<>
struct Fields<spending::RepayToTreasury> {
    static constexpr auto table()
    {
        using Input = spending::RepayToTreasury;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("debtor", &Input::debtor, {.label = TR_NOOP("Yang berutang")}),
            field("purses", &Input::purses, {.label = TR_NOOP("Kantong"), .minimum = 1, .maximum = 200}),
            field("slip", &Input::slip, {.label = TR_NOOP("Nomor bukti setor (STS)")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::ReturnLeftover> {
    static constexpr auto table()
    {
        using Input = spending::ReturnLeftover;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("purses", &Input::purses, {.label = TR_NOOP("Kantong"), .minimum = 1, .maximum = 200}),
            field("slip", &Input::slip, {.label = TR_NOOP("Nomor bukti setor (STS)")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::WriteOff> {
    static constexpr auto table()
    {
        using Input = spending::WriteOff;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("debtor", &Input::debtor, {.label = TR_NOOP("Yang berutang")}),
            field("purses", &Input::purses, {.label = TR_NOOP("Kantong"), .minimum = 1, .maximum = 200}),
            field("decree", &Input::decree, {.label = TR_NOOP("Nomor keputusan")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("reason", &Input::reason, {.label = TR_NOOP("Alasan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::PassedPart> {
    static constexpr auto table()
    {
        using Input = spending::PassedPart;
        return std::tuple {
            field("account", &Input::account, {.label = TR_NOOP("Rekening buku")}),
            field("party", &Input::party, {.label = TR_NOOP("Pemegang")}),
            field("amount", &Input::amount, {.label = TR_NOOP("Jumlah"), .example = "1.350.000", .minimum = 0, .maximum = Rupiah::limit}),
        };
    }
};
template<>
struct Fields<spending::HandOver> {
    static constexpr auto table()
    {
        using Input = spending::HandOver;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("to", &Input::to, {.label = TR_NOOP("Pokmas penerima")}),
            field("purses", &Input::purses, {.label = TR_NOOP("Kantong")}),
            field("minutes", &Input::minutes, {.label = TR_NOOP("Nomor berita acara")}),
            field("counted", &Input::counted, {.label = TR_NOOP("Uang yang dihitung"), .example = "1.350.000"}),
            field("amounts", &Input::amounts, {.label = TR_NOOP("Uang yang diserahkan")}),
            field("on", &Input::on, {.label = TR_NOOP("Tanggal"), .example = "2024-09-17"}),
            field("note", &Input::note, {.label = TR_NOOP("Catatan")}),
            field("proof", &Input::proof, {.label = TR_NOOP("Bukti")}),
        };
    }
};
template<>
struct Fields<spending::SignMonth> {
    static constexpr auto table()
    {
        using Input = spending::SignMonth;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("month", &Input::month, {.label = TR_NOOP("Bulan"), .example = "2024-09"}),
        };
    }
};
template<>
struct Fields<spending::ReturnMonth> {
    static constexpr auto table()
    {
        using Input = spending::ReturnMonth;
        return std::tuple {
            field("id", &Input::id),
            field("pokmas", &Input::pokmas, {.label = TR_NOOP("Pokmas")}),
            field("month", &Input::month, {.label = TR_NOOP("Bulan"), .example = "2024-09"}),
            field("reason", &Input::reason, {.label = TR_NOOP("Alasan")}),
        };
    }
};
template<>
struct Fields<spending::TakeBack> {
    static constexpr auto table()
    {
        using Input = spending::TakeBack;
        return std::tuple {
            field("id", &Input::id),
            field("entry", &Input::entry, {.label = TR_NOOP("Catatan buku")}),
            field("reason", &Input::reason, {.label = TR_NOOP("Alasan")}),
        };
    }
};

} // namespace rtkeren::operations
