#pragma once

#include "base/sha256.hpp"
#include "enterprise/product_inputs.hpp"

/// What the operations of the ladder are sent.
namespace rtkeren::ladder {

using StepId = Id<struct LadderStepTag>;
using WordId = Id<struct LadderWordTag>;

/// Steps that are no paper, by dimension: where it sells, how it keeps its books, who works there, how it finances itself.
enum class StepCode : std::uint8_t { Rumah, Bazar, Daring, Titip, Toko, Jaringan, Catatan, Aplikasi, Pekerja, PekerjaLima, Rekening, Kredit };
enum class SeenResult : std::uint8_t { Seen, NotSeen };

struct RecordStep {
    RequestId id;
    enterprise::BusinessId business;
    StepCode step {StepCode::Bazar};
    Date on;
    Text<0, 300> note;
    std::optional<Sha256> file;
};
struct CheckStep {
    RequestId id;
    StepId step;
    SeenResult result {SeenResult::Seen};
    Text<3, 200> where;
    std::optional<Sha256> file;
};
struct LoseStep {
    RequestId id;
    StepId step;
    Date on;
    Reason reason;
};
struct DropStep {
    RequestId id;
    StepId step;
    Reason reason;
};
/// A desk takes a paper in hand, or says more about one that it has in hand.
struct InProcess {
    RequestId id;
    enterprise::ProductId product;
    Text<1, 20> step;
    Date since;
    Text<0, 80> number;
    std::optional<Date> expected_until;
    Text<0, 300> note;
};
struct EndProcess {
    RequestId id;
    enterprise::ProductId product;
    Text<1, 20> step;
    enterprise::EndedAs ended_as {enterprise::EndedAs::Refused};
    Reason reason;
};
struct LinkTopic {
    RequestId id;
    Text<1, 20> step;
    Text<1, 40> topic;
};

} // namespace rtkeren::ladder

namespace rtkeren::operations {

template<> struct Choices<ladder::StepCode> {
    using E = ladder::StepCode;
    static constexpr std::array<std::pair<E, std::string_view>, 12> values {{{E::Rumah, "rumah"}, {E::Bazar, "bazar"}, {E::Daring, "daring"}, {E::Titip, "titip"}, {E::Toko, "toko"},
        {E::Jaringan, "jaringan"}, {E::Catatan, "catatan"}, {E::Aplikasi, "aplikasi"}, {E::Pekerja, "pekerja"}, {E::PekerjaLima, "pekerja_lima"}, {E::Rekening, "rekening"}, {E::Kredit, "kredit"}}};
};
template<> struct Choices<ladder::SeenResult> {
    using E = ladder::SeenResult;
    static constexpr std::array<std::pair<E, std::string_view>, 2> values {{{E::Seen, "seen"}, {E::NotSeen, "not_seen"}}};
};

template<> struct Fields<ladder::RecordStep> {
    static constexpr auto table()
    {
        using T = ladder::RecordStep;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")}), field("step", &T::step, {.label = TR_NOOP("Langkah")}),
            field("on", &T::on, {.label = TR_NOOP("Tercapai tanggal")}), field("note", &T::note, {.label = TR_NOOP("Keterangan"), .example = "Titip di Toko Barokah"}),
            field("file", &T::file, {.label = TR_NOOP("Bukti")})};
    }
};
template<> struct Fields<ladder::CheckStep> {
    static constexpr auto table()
    {
        using T = ladder::CheckStep;
        return std::tuple {field("id", &T::id), field("step", &T::step, {.label = TR_NOOP("Langkah")}), field("result", &T::result, {.label = TR_NOOP("Hasil")}),
            field("where", &T::where, {.label = TR_NOOP("Dicek di mana"), .example = "Toko Barokah"}), field("file", &T::file, {.label = TR_NOOP("Bukti hasil pengecekan")})};
    }
};
template<> struct Fields<ladder::LoseStep> {
    static constexpr auto table()
    {
        using T = ladder::LoseStep;
        return std::tuple {field("id", &T::id), field("step", &T::step, {.label = TR_NOOP("Langkah")}), field("on", &T::on, {.label = TR_NOOP("Sejak tanggal")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<ladder::DropStep> {
    static constexpr auto table()
    {
        using T = ladder::DropStep;
        return std::tuple {field("id", &T::id), field("step", &T::step, {.label = TR_NOOP("Langkah")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<ladder::InProcess> {
    static constexpr auto table()
    {
        using T = ladder::InProcess;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("step", &T::step, {.label = TR_NOOP("Izin"), .example = "pirt"}),
            field("since", &T::since, {.label = TR_NOOP("Diproses sejak")}), field("number", &T::number, {.label = TR_NOOP("Nomor berkas")}),
            field("expected_until", &T::expected_until, {.label = TR_NOOP("Diharapkan selesai")}), field("note", &T::note, {.label = TR_NOOP("Langkah berikutnya")})};
    }
};
template<> struct Fields<ladder::EndProcess> {
    static constexpr auto table()
    {
        using T = ladder::EndProcess;
        return std::tuple {field("id", &T::id), field("product", &T::product, {.label = TR_NOOP("Produk")}), field("step", &T::step, {.label = TR_NOOP("Izin"), .example = "pirt"}),
            field("ended_as", &T::ended_as, {.label = TR_NOOP("Hasil")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<ladder::LinkTopic> {
    static constexpr auto table()
    {
        using T = ladder::LinkTopic;
        return std::tuple {field("id", &T::id), field("step", &T::step, {.label = TR_NOOP("Izin"), .example = "pirt"}), field("topic", &T::topic, {.label = TR_NOOP("Topik pelatihan")})};
    }
};

} // namespace rtkeren::operations
