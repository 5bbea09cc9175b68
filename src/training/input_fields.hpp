#pragma once

#include "enterprise/input_fields.hpp"
#include "training/inputs.hpp"

/// The field tables of the inputs: labels, hints, bounds.
namespace rtkeren::operations {

template<> struct Choices<training::Poor> {
    using E = training::Poor;
    static constexpr std::array<std::pair<E, std::string_view>, 3> values {{{E::Yes, "yes"}, {E::No, "no"}, {E::Unknown, "unknown"}}};
};
template<> struct Choices<training::Decision> {
    using E = training::Decision;
    static constexpr std::array<std::pair<E, std::string_view>, 3> values {{{E::Selected, "selected"}, {E::Waiting, "waiting"}, {E::Refused, "refused"}}};
};
template<> struct Choices<training::Score> {
    using E = training::Score;
    static constexpr std::array<std::pair<E, std::string_view>, 2> values {{{E::Pre, "pre"}, {E::Post, "post"}}};
};
template<> struct Choices<training::Outcome> {
    using E = training::Outcome;
    static constexpr std::array<std::pair<E, std::string_view>, 3> values {{{E::Business, "business"}, {E::Group, "group"}, {E::WillNotContinue, "will_not_continue"}}};
};

template<> struct Fields<training::SaveTopic> {
    static constexpr auto table()
    {
        using T = training::SaveTopic;
        return std::tuple {field("id", &T::id), field("code", &T::code, {.label = TR_NOOP("Kode topik"), .hint = TR_NOOP("Huruf kecil, angka, dan garis bawah"), .example = "kue_kering"}),
            field("version", &T::version, {.label = TR_NOOP("Versi"), .minimum = 0, .maximum = 1'000'000}), field("name", &T::name, {.label = TR_NOOP("Nama topik"), .example = "Kue kering"}),
            field("category", &T::category, {.label = TR_NOOP("Kategori di menu"), .example = "pelatihan_kue"}),
            field("product_kind", &T::product_kind, {.label = TR_NOOP("Jenis produk peserta"), .hint = TR_NOOP("Menentukan izin yang dibutuhkan"), .example = "kering"}),
            field("curriculum", &T::curriculum, {.label = TR_NOOP("Kurikulum"), .hint = TR_NOOP("Satu baris satu pokok bahasan")}),
            field("hours", &T::hours, {.label = TR_NOOP("Jam seluruhnya"), .minimum = 1, .maximum = 400}), field("seat_cost", &T::seat_cost, {.label = TR_NOOP("Biaya lazim per peserta")}),
            field("cost_note", &T::cost_note, {.label = TR_NOOP("Dari mana biaya itu")})};
    }
};
template<> struct Fields<training::TopicStep> {
    static constexpr auto table()
    {
        using T = training::TopicStep;
        return std::tuple {field("id", &T::id), field("code", &T::code, {.label = TR_NOOP("Kode topik")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::TakeTopics> {
    static constexpr auto table() { return std::tuple {field("id", &training::TakeTopics::id)}; }
};
template<> struct Fields<training::TopicRow> {
    static constexpr auto table()
    {
        using T = training::TopicRow;
        return std::tuple {field("code", &T::code, {.label = TR_NOOP("Kode topik")}), field("name", &T::name, {.label = TR_NOOP("Nama topik")}),
            field("category", &T::category, {.label = TR_NOOP("Kategori di menu")}), field("product_kind", &T::product_kind, {.label = TR_NOOP("Jenis produk peserta")}),
            field("curriculum", &T::curriculum, {.label = TR_NOOP("Kurikulum")}), field("hours", &T::hours, {.label = TR_NOOP("Jam seluruhnya"), .minimum = 1, .maximum = 400}),
            field("seat_cost", &T::seat_cost, {.label = TR_NOOP("Biaya lazim per peserta")}), field("cost_note", &T::cost_note, {.label = TR_NOOP("Dari mana biaya itu")})};
    }
};
template<> struct Fields<training::ImportTopics> {
    static constexpr auto table()
    {
        using T = training::ImportTopics;
        return std::tuple {field("id", &T::id), field("topics", &T::topics, {.label = TR_NOOP("Topik"), .minimum = 1, .maximum = 500})};
    }
};
template<> struct Fields<training::SessionPart> {
    static constexpr auto table()
    {
        using T = training::SessionPart;
        return std::tuple {field("on", &T::on, {.label = TR_NOOP("Tanggal")}), field("begins", &T::begins, {.label = TR_NOOP("Mulai"), .example = "08.00"}),
            field("ends", &T::ends, {.label = TR_NOOP("Selesai"), .example = "12.00"}), field("venue", &T::venue, {.label = TR_NOOP("Tempat"), .hint = TR_NOOP("Kosong: tempat pelatihan")}),
            field("subject", &T::subject, {.label = TR_NOOP("Bahasan")})};
    }
};
template<> struct Fields<training::CoursePart> {
    static constexpr auto table()
    {
        using T = training::CoursePart;
        return std::tuple {field("lines", &T::lines, {.label = TR_NOOP("Baris RAB yang membiayai"), .minimum = 1, .maximum = 60}), field("topic", &T::topic, {.label = TR_NOOP("Topik")}),
            field("title", &T::title, {.label = TR_NOOP("Nama pelatihan"), .example = "Pelatihan kue kering RT 02"}), field("venue", &T::venue, {.label = TR_NOOP("Tempat"), .example = "Balai RW 03"}),
            field("quota", &T::quota, {.label = TR_NOOP("Jumlah peserta"), .minimum = 1, .maximum = 500}), field("call_from", &T::call_from, {.label = TR_NOOP("Pendaftaran dari")}),
            field("call_until", &T::call_until, {.label = TR_NOOP("Pendaftaran sampai")}), field("facilitator", &T::facilitator, {.label = TR_NOOP("Fasilitator")}),
            field("target", &T::target, {.label = TR_NOOP("Untuk siapa"), .example = "Ibu rumah tangga yang ingin mulai berjualan"})};
    }
};
template<> struct Fields<training::PlanCourse> {
    static constexpr auto table()
    {
        using T = training::PlanCourse;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("purse", &T::purse, {.label = TR_NOOP("Kantong")})}, Fields<training::CoursePart>::table(),
            std::tuple {field("sessions", &T::sessions, {.label = TR_NOOP("Pertemuan"), .minimum = 1, .maximum = 60})});
    }
};
template<> struct Fields<training::ChangeCourse> {
    static constexpr auto table()
    {
        using T = training::ChangeCourse;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("version", &T::version, {.label = TR_NOOP("Versi")})},
            Fields<training::CoursePart>::table());
    }
};
template<> struct Fields<training::AddTrainer> {
    static constexpr auto table()
    {
        using T = training::AddTrainer;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("person", &T::person, {.label = TR_NOOP("Orang yang sudah tercatat")}),
            field("name", &T::name, {.label = TR_NOOP("Nama pengajar")}), field("phone", &T::phone, {.label = TR_NOOP("Nomor telepon"), .secret = true}),
            field("nik", &T::nik, {.label = TR_NOOP("NIK"), .hint = TR_NOOP("Diperlukan untuk pajak honor; disimpan tersandi"), .secret = true}),
            field("no_nik", &T::no_nik, {.label = TR_NOOP("Bila tidak ada NIK, mengapa?")}), field("no_nik_note", &T::no_nik_note, {.label = TR_NOOP("Keterangan tanpa NIK")}),
            field("place", &T::place, {.label = TR_NOOP("RT atau kelurahan pengajar")}), field("expertise", &T::expertise, {.label = TR_NOOP("Keahlian"), .example = "Pembuat kue, 12 tahun"}),
            field("civil_servant", &T::civil_servant, {.label = TR_NOOP("Pegawai negeri (ASN)")}),
            field("civil_rank", &T::civil_rank, {.label = TR_NOOP("Golongan"), .hint = TR_NOOP("Pajak honor pegawai negeri menurut golongannya"), .minimum = 1, .maximum = 4}),
            field("hours", &T::hours, {.label = TR_NOOP("Jam mengajar"), .minimum = 1, .maximum = 400}), field("honor", &T::honor, {.label = TR_NOOP("Honor seluruhnya, sebelum pajak")}),
            field("cv", &T::cv, {.label = TR_NOOP("Riwayat hidup (foto atau PDF)")})};
    }
};
template<> struct Fields<training::RemoveTrainer> {
    static constexpr auto table()
    {
        using T = training::RemoveTrainer;
        return std::tuple {field("id", &T::id), field("trainer", &T::trainer, {.label = TR_NOOP("Pengajar")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::CourseStep> {
    static constexpr auto table()
    {
        using T = training::CourseStep;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("version", &T::version, {.label = TR_NOOP("Versi")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::DroppedPart> {
    static constexpr auto table()
    {
        using T = training::DroppedPart;
        return std::tuple {field("seat", &T::seat, {.label = TR_NOOP("Peserta")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan tidak selesai")})};
    }
};
template<> struct Fields<training::FinishCourse> {
    static constexpr auto table()
    {
        using T = training::FinishCourse;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("dropped", &T::dropped, {.label = TR_NOOP("Tidak selesai"), .maximum = 500})};
    }
};
template<> struct Fields<training::AddSeat> {
    static constexpr auto table()
    {
        using T = training::AddSeat;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("person", &T::person, {.label = TR_NOOP("Orang yang sudah tercatat")}),
            field("name", &T::name, {.label = TR_NOOP("Nama")}), field("phone", &T::phone, {.label = TR_NOOP("Nomor telepon"), .secret = true}),
            field("place", &T::place, {.label = TR_NOOP("RT tempat tinggal"), .example = "35.72.03.1002.003.002"}),
            field("household", &T::household, {.label = TR_NOOP("Nomor KK"), .hint = TR_NOOP("Boleh kosong; disimpan tersandi, hanya untuk menghitung peserta serumah"), .secret = true}),
            field("idea", &T::idea, {.label = TR_NOOP("Rencana produk")}), field("poor", &T::poor, {.label = TR_NOOP("Keluarga kurang mampu")}),
            field("consent", &T::consent, {.label = TR_NOOP("Setuju datanya dicatat")})};
    }
};
template<> struct Fields<training::Apply> {
    static constexpr auto table()
    {
        using T = training::Apply;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("name", &T::name, {.label = TR_NOOP("Nama")}),
            field("phone", &T::phone, {.label = TR_NOOP("Nomor telepon"), .secret = true}), field("place", &T::place, {.label = TR_NOOP("RT tempat tinggal")}),
            field("household", &T::household, {.label = TR_NOOP("Nomor KK"), .secret = true}), field("idea", &T::idea, {.label = TR_NOOP("Rencana produk")}),
            field("poor", &T::poor, {.label = TR_NOOP("Keluarga kurang mampu")}), field("consent", &T::consent, {.label = TR_NOOP("Setuju datanya dicatat")})};
    }
};
template<> struct Fields<training::DecisionPart> {
    static constexpr auto table()
    {
        using T = training::DecisionPart;
        return std::tuple {field("seat", &T::seat, {.label = TR_NOOP("Pendaftar")}), field("decision", &T::decision, {.label = TR_NOOP("Keputusan")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::SelectSeats> {
    static constexpr auto table()
    {
        using T = training::SelectSeats;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("decisions", &T::decisions, {.label = TR_NOOP("Keputusan"), .maximum = 1000})};
    }
};
template<> struct Fields<training::DecideSeat> {
    static constexpr auto table()
    {
        using T = training::DecideSeat;
        return std::tuple {field("id", &T::id), field("seat", &T::seat, {.label = TR_NOOP("Pendaftar")}), field("decision", &T::decision, {.label = TR_NOOP("Keputusan")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::SeatStep> {
    static constexpr auto table()
    {
        using T = training::SeatStep;
        return std::tuple {field("id", &T::id), field("seat", &T::seat, {.label = TR_NOOP("Peserta")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::AddSession> {
    static constexpr auto table()
    {
        using T = training::AddSession;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")})}, Fields<training::SessionPart>::table(),
            std::tuple {field("reason", &T::reason, {.label = TR_NOOP("Alasan")})});
    }
};
template<> struct Fields<training::MoveSession> {
    static constexpr auto table()
    {
        using T = training::MoveSession;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("session", &T::session, {.label = TR_NOOP("Pertemuan")}), field("version", &T::version, {.label = TR_NOOP("Versi")})},
            Fields<training::SessionPart>::table(), std::tuple {field("reason", &T::reason, {.label = TR_NOOP("Alasan")})});
    }
};
template<> struct Fields<training::CancelSession> {
    static constexpr auto table()
    {
        using T = training::CancelSession;
        return std::tuple {field("id", &T::id), field("session", &T::session, {.label = TR_NOOP("Pertemuan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::ScorePart> {
    static constexpr auto table()
    {
        using T = training::ScorePart;
        return std::tuple {field("seat", &T::seat, {.label = TR_NOOP("Peserta")}), field("score", &T::score, {.label = TR_NOOP("Nilai"), .minimum = 0, .maximum = 100})};
    }
};
template<> struct Fields<training::RecordScores> {
    static constexpr auto table()
    {
        using T = training::RecordScores;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("kind", &T::kind, {.label = TR_NOOP("Tes")}),
            field("scores", &T::scores, {.label = TR_NOOP("Nilai"), .minimum = 1, .maximum = 500})};
    }
};
template<> struct Fields<training::MaterialPart> {
    static constexpr auto table()
    {
        using T = training::MaterialPart;
        return std::tuple {field("name", &T::name, {.label = TR_NOOP("Bahan")}), field("quantity", &T::quantity, {.label = TR_NOOP("Banyaknya"), .example = "1,5"}),
            field("unit", &T::unit, {.label = TR_NOOP("Satuan"), .example = "kg"}), field("price", &T::price, {.label = TR_NOOP("Harga satuan")})};
    }
};
template<> struct Fields<training::RecordResult> {
    static constexpr auto table()
    {
        using T = training::RecordResult;
        return std::tuple {field("id", &T::id), field("seat", &T::seat, {.label = TR_NOOP("Peserta")}), field("product", &T::product, {.label = TR_NOOP("Produk"), .example = "Nastar 250 g"}),
            field("pieces", &T::pieces, {.label = TR_NOOP("Jadi berapa bungkus atau buah"), .minimum = 1, .maximum = 100'000}),
            field("price", &T::price, {.label = TR_NOOP("Harga jual sebungkus atau sebuah")}), field("materials", &T::materials, {.label = TR_NOOP("Bahan"), .minimum = 1, .maximum = 40}),
            field("photo", &T::photo, {.label = TR_NOOP("Foto produk")})};
    }
};
template<> struct Fields<training::RecordOutcome> {
    static constexpr auto table()
    {
        using T = training::RecordOutcome;
        return std::tuple {field("id", &T::id), field("seat", &T::seat, {.label = TR_NOOP("Peserta")}), field("outcome", &T::outcome, {.label = TR_NOOP("Kelanjutan")}),
            field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("reason", &T::reason, {.label = TR_NOOP("Nama kelompok, atau alasan tidak melanjutkan")})};
    }
};
template<> struct Fields<training::IssueCertificates> {
    static constexpr auto table()
    {
        using T = training::IssueCertificates;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")})};
    }
};

} // namespace rtkeren::operations
