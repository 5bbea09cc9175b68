#pragma once

#include "followup/inputs.hpp"

/// The field tables of the inputs: labels, hints, bounds.
namespace rtkeren::operations {

#define RTK_CHOICES(Enum, count, ...) \
    template<> struct Choices<followup::Enum> { \
        using E = followup::Enum; \
        static constexpr std::array<std::pair<E, std::string_view>, count> values {{__VA_ARGS__}}; \
    }

RTK_CHOICES(Producing, 4, {E::Yes, "yes"}, {E::Paused, "paused"}, {E::Stopped, "stopped"}, {E::Never, "never"});
RTK_CHOICES(Way, 2, {E::Visit, "visit"}, {E::Phone, "phone"});
RTK_CHOICES(Obstacle, 10, {E::Capital, "capital"}, {E::RawMaterial, "raw_material"}, {E::Papers, "papers"}, {E::Packaging, "packaging"}, {E::Market, "market"},
    {E::TimeFamily, "time_family"}, {E::Health, "health"}, {E::Tools, "tools"}, {E::Skill, "skill"}, {E::Other, "other"});
RTK_CHOICES(Missed, 6, {E::NotHome, "not_home"}, {E::NoAnswer, "no_answer"}, {E::WrongNumber, "wrong_number"}, {E::Moved, "moved"}, {E::Refused, "refused"}, {E::Other, "other"});
RTK_CHOICES(Told, 4, {E::RecallMonth, "recall_month"}, {E::RecallWeek, "recall_week"}, {E::CashBook, "cash_book"}, {E::QrisStatement, "qris_statement"});
RTK_CHOICES(FrameKind, 2, {E::Business, "business"}, {E::Compared, "compared"});
#undef RTK_CHOICES

template<> struct Fields<followup::ChannelSale> {
    static constexpr auto table()
    {
        using T = followup::ChannelSale;
        return std::tuple {field("channel", &T::channel, {.label = TR_NOOP("Saluran")}), field("sells", &T::sells, {.label = TR_NOOP("Dijual lewat ini")}),
            field("amount", &T::amount, {.label = TR_NOOP("Penjualan")})};
    }
};
template<> struct Fields<followup::AnswerPart> {
    static constexpr auto table()
    {
        using T = followup::AnswerPart;
        return std::tuple {field("way", &T::way, {.label = TR_NOOP("Cara")}), field("on", &T::on, {.label = TR_NOOP("Tanggal"), .hint = TR_NOOP("Kosong: hari ini")}),
            field("producing", &T::producing, {.label = TR_NOOP("Masih produksi?")}), field("business", &T::business, {.label = TR_NOOP("Usaha")}),
            field("sales", &T::sales, {.label = TR_NOOP("Penjualan"), .maximum = 5}), field("told", &T::told, {.label = TR_NOOP("Angkanya dari mana")}),
            field("workers", &T::workers, {.label = TR_NOOP("Yang bekerja"), .minimum = 0, .maximum = 10'000}), field("obstacles", &T::obstacles, {.label = TR_NOOP("Yang menghambat"), .maximum = 10}),
            field("obstacle_note", &T::obstacle_note, {.label = TR_NOOP("Hambatan lain")}), field("file", &T::file, {.label = TR_NOOP("Foto bukti")}),
            field("next_step", &T::next_step, {.label = TR_NOOP("Langkah berikutnya")}), field("next_on", &T::next_on, {.label = TR_NOOP("Kapan")}),
            field("note", &T::note, {.label = TR_NOOP("Catatan")})};
    }
};
template<> struct Fields<followup::MissedPart> {
    static constexpr auto table()
    {
        using T = followup::MissedPart;
        return std::tuple {field("way", &T::way, {.label = TR_NOOP("Cara")}), field("on", &T::on, {.label = TR_NOOP("Tanggal"), .hint = TR_NOOP("Kosong: hari ini")}),
            field("result", &T::result, {.label = TR_NOOP("Apa yang terjadi")}), field("note", &T::note, {.label = TR_NOOP("Catatan")}),
            field("retry_on", &T::retry_on, {.label = TR_NOOP("Dicoba lagi tanggal")})};
    }
};
template<> struct Fields<followup::RecordVisit> {
    static constexpr auto table()
    {
        using T = followup::RecordVisit;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("visit", &T::visit, {.label = TR_NOOP("Kunjungan")})}, Fields<followup::AnswerPart>::table());
    }
};
template<> struct Fields<followup::CorrectVisit> {
    static constexpr auto table()
    {
        using T = followup::CorrectVisit;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("visit", &T::visit, {.label = TR_NOOP("Kunjungan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})},
            Fields<followup::AnswerPart>::table());
    }
};
template<> struct Fields<followup::MissVisit> {
    static constexpr auto table()
    {
        using T = followup::MissVisit;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("visit", &T::visit, {.label = TR_NOOP("Kunjungan")})}, Fields<followup::MissedPart>::table());
    }
};
template<> struct Fields<followup::RepeatVisit> {
    static constexpr auto table()
    {
        using T = followup::RepeatVisit;
        return std::tuple {field("id", &T::id), field("visit", &T::visit, {.label = TR_NOOP("Kunjungan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<followup::ShowPhone> {
    static constexpr auto table()
    {
        using T = followup::ShowPhone;
        return std::tuple {field("id", &T::id), field("visit", &T::visit, {.label = TR_NOOP("Kunjungan")})};
    }
};
template<> struct Fields<followup::OpenDue> {
    static constexpr auto table() { return std::tuple {field("id", &followup::OpenDue::id)}; }
};
template<> struct Fields<followup::PlanRound> {
    static constexpr auto table()
    {
        using T = followup::PlanRound;
        return std::tuple {field("id", &T::id), field("name", &T::name, {.label = TR_NOOP("Nama putaran"), .example = "Triwulan III 2024"}),
            field("place", &T::place, {.label = TR_NOOP("Wilayah"), .hint = TR_NOOP("Kosong: seluruh kota"), .example = "35.72.03.1002"}),
            field("frame", &T::frame, {.label = TR_NOOP("Yang bisa terpilih")}),
            field("baseline_for", &T::baseline_for, {.label = TR_NOOP("Putaran dasar sebelum uang tahun"), .minimum = 2000, .maximum = 2100}),
            field("month", &T::month, {.label = TR_NOOP("Bulan yang ditanyakan"), .example = "2024-09"}), field("from", &T::from, {.label = TR_NOOP("Wawancara mulai")}),
            field("until", &T::until, {.label = TR_NOOP("Wawancara sampai")}),
            field("sample_size", &T::sample_size, {.label = TR_NOOP("Besar sampel"), .minimum = 1, .maximum = 100'000})};
    }
};
template<> struct Fields<followup::StepRound> {
    static constexpr auto table()
    {
        using T = followup::StepRound;
        return std::tuple {field("id", &T::id), field("round", &T::round, {.label = TR_NOOP("Putaran")})};
    }
};
template<> struct Fields<followup::CancelRound> {
    static constexpr auto table()
    {
        using T = followup::CancelRound;
        return std::tuple {field("id", &T::id), field("round", &T::round, {.label = TR_NOOP("Putaran")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<followup::AssignRound> {
    static constexpr auto table()
    {
        using T = followup::AssignRound;
        return std::tuple {field("id", &T::id), field("round", &T::round, {.label = TR_NOOP("Putaran")}), field("interviewer", &T::interviewer, {.label = TR_NOOP("Pewawancara")}),
            field("place", &T::place, {.label = TR_NOOP("Wilayah"), .hint = TR_NOOP("Kosong: semua yang belum selesai")})};
    }
};
template<> struct Fields<followup::RecordInterview> {
    static constexpr auto table()
    {
        using T = followup::RecordInterview;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("interview", &T::interview, {.label = TR_NOOP("Wawancara")})}, Fields<followup::AnswerPart>::table());
    }
};
template<> struct Fields<followup::CorrectInterview> {
    static constexpr auto table()
    {
        using T = followup::CorrectInterview;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("interview", &T::interview, {.label = TR_NOOP("Wawancara")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})},
            Fields<followup::AnswerPart>::table());
    }
};
template<> struct Fields<followup::MissInterview> {
    static constexpr auto table()
    {
        using T = followup::MissInterview;
        return std::tuple_cat(std::tuple {field("id", &T::id), field("interview", &T::interview, {.label = TR_NOOP("Wawancara")})}, Fields<followup::MissedPart>::table());
    }
};
template<> struct Fields<followup::ShowInterviewPhone> {
    static constexpr auto table()
    {
        using T = followup::ShowInterviewPhone;
        return std::tuple {field("id", &T::id), field("interview", &T::interview, {.label = TR_NOOP("Wawancara")})};
    }
};

} // namespace rtkeren::operations
