#pragma once

#include "base/sha256.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"
#include "training/training.hpp"

#include <array>

/// What the operations of attendance, slips and disputes are sent.
namespace rtkeren::training {

enum class There : std::uint8_t { Present, Absent };
enum class Ruling : std::uint8_t { Upheld, Rejected };

struct MarkAttendance {
    RequestId id;
    SessionId session;
    SeatId seat;
    There mark {There::Present};
    Text<0, 300> reason; // why another mark is corrected
    Text<0, 64> device; // of the phone's outbox
};
struct MarkPaper {
    RequestId id;
    SessionId session;
    Sha256 file;
    std::vector<SeatId> seats; // whose signature is on it
    Text<0, 300> reason; // where it corrects a mark
};
/// By the participant: the meeting's QR, or the ticket of who opened it in time, and the code of the slip.
struct ScanAttendance {
    RequestId id;
    Text<1, 80> ticket;
    Text<1, 60> slip_code;
    Text<0, 64> device;
};
struct CloseSession {
    RequestId id;
    SessionId session;
    Text<0, 500> note;
};
struct ReopenSession {
    RequestId id;
    SessionId session;
    Reason reason;
};
struct PrintSlips {
    RequestId id;
    CourseId course;
    std::vector<SeatId> seats; // empty: everybody who takes part and has none
};
struct OpenDispute {
    RequestId id;
    Text<1, 60> slip_code;
    SessionId session;
    There says {There::Present};
    Text<10, 1000> words;
};
struct WithdrawDispute {
    RequestId id;
    Text<1, 60> slip_code;
    DisputeId dispute;
};
struct DecideDispute {
    RequestId id;
    DisputeId dispute;
    Ruling decision {Ruling::Upheld};
    Reason reason;
};

} // namespace rtkeren::training

namespace rtkeren::operations {

template<> struct Choices<training::There> {
    static constexpr std::array<std::pair<training::There, std::string_view>, 2> values {{{training::There::Present, "present"}, {training::There::Absent, "absent"}}};
};
template<> struct Choices<training::Ruling> {
    static constexpr std::array<std::pair<training::Ruling, std::string_view>, 2> values {{{training::Ruling::Upheld, "upheld"}, {training::Ruling::Rejected, "rejected"}}};
};

template<> struct Fields<training::MarkAttendance> {
    static constexpr auto table()
    {
        using T = training::MarkAttendance;
        return std::tuple {field("id", &T::id), field("session", &T::session, {.label = TR_NOOP("Pertemuan")}), field("seat", &T::seat, {.label = TR_NOOP("Peserta")}),
            field("mark", &T::mark, {.label = TR_NOOP("Kehadiran")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan"), .hint = TR_NOOP("Wajib bila membetulkan catatan yang sudah ada")}),
            field("device", &T::device, {.label = TR_NOOP("Ponsel")})};
    }
};
template<> struct Fields<training::MarkPaper> {
    static constexpr auto table()
    {
        using T = training::MarkPaper;
        return std::tuple {field("id", &T::id), field("session", &T::session, {.label = TR_NOOP("Pertemuan")}), field("file", &T::file, {.label = TR_NOOP("Foto daftar hadir")}),
            field("seats", &T::seats, {.label = TR_NOOP("Yang bertanda tangan"), .minimum = 1, .maximum = 200}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan"), .hint = TR_NOOP("Wajib bila membetulkan catatan yang sudah ada")})};
    }
};
template<> struct Fields<training::ScanAttendance> {
    static constexpr auto table()
    {
        using T = training::ScanAttendance;
        return std::tuple {field("id", &T::id), field("ticket", &T::ticket, {.label = TR_NOOP("Kode QR pertemuan"), .secret = true}),
            field("slip_code", &T::slip_code, {.label = TR_NOOP("Kode di slip Anda"), .example = "7K3F-9QXB", .secret = true}), field("device", &T::device, {.label = TR_NOOP("Ponsel"), .secret = true})};
    }
};
template<> struct Fields<training::CloseSession> {
    static constexpr auto table()
    {
        using T = training::CloseSession;
        return std::tuple {field("id", &T::id), field("session", &T::session, {.label = TR_NOOP("Pertemuan")}), field("note", &T::note, {.label = TR_NOOP("Catatan pertemuan")})};
    }
};
template<> struct Fields<training::ReopenSession> {
    static constexpr auto table()
    {
        using T = training::ReopenSession;
        return std::tuple {field("id", &T::id), field("session", &T::session, {.label = TR_NOOP("Pertemuan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<training::PrintSlips> {
    static constexpr auto table()
    {
        using T = training::PrintSlips;
        return std::tuple {field("id", &T::id), field("course", &T::course, {.label = TR_NOOP("Pelatihan")}), field("seats", &T::seats, {.label = TR_NOOP("Peserta"), .maximum = 200})};
    }
};
template<> struct Fields<training::OpenDispute> {
    static constexpr auto table()
    {
        using T = training::OpenDispute;
        return std::tuple {field("id", &T::id), field("slip_code", &T::slip_code, {.label = TR_NOOP("Kode di slip Anda"), .secret = true}),
            field("session", &T::session, {.label = TR_NOOP("Pertemuan")}), field("says", &T::says, {.label = TR_NOOP("Yang benar")}),
            field("words", &T::words, {.label = TR_NOOP("Ceritakan"), .hint = TR_NOOP("Misalnya: datang pukul 09.00 dan duduk di sebelah Bu Tin")})};
    }
};
template<> struct Fields<training::WithdrawDispute> {
    static constexpr auto table()
    {
        using T = training::WithdrawDispute;
        return std::tuple {field("id", &T::id), field("slip_code", &T::slip_code, {.label = TR_NOOP("Kode di slip Anda"), .secret = true}),
            field("dispute", &T::dispute, {.label = TR_NOOP("Keberatan")})};
    }
};
template<> struct Fields<training::DecideDispute> {
    static constexpr auto table()
    {
        using T = training::DecideDispute;
        return std::tuple {field("id", &T::id), field("dispute", &T::dispute, {.label = TR_NOOP("Keberatan")}), field("decision", &T::decision, {.label = TR_NOOP("Keputusan")}),
            field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};

} // namespace rtkeren::operations
