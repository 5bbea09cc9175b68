#pragma once

#include "identity/identity.hpp"
#include "language/language.hpp"

#include <array>

/// What the operations of this room take.
namespace rtkeren::identity {

using RoleKey = Text<1, 40>;
using PlaceText = Text<1, 40>;
using Login = Text<0, 40>;
using PhoneText = Text<0, 30>;
using NumberText = Text<0, 30>;

struct CreateUser {
    RequestId id;
    Name name;
    PhoneText phone;
    NumberText nik, nip;
    PlaceText place;
    Login login; // empty: made of the name
    bool shared {false}; // one telephone for a family: signs in by name where the number signs somebody else in
};

/// Typed wrongly, or known only later: what an office asks for. Nothing typed in `phone` leaves it as it is.
struct CorrectPerson {
    RequestId id;
    UserId user;
    Name name;
    PhoneText phone;
    NumberText nip;
    bool shared {false};
};

struct GrantRole {
    RequestId id;
    PersonId person;
    RoleKey role;
    PlaceText place;
    Text<0, 26> pokmas;
    PaperNumber decree;
    Date from;
    std::optional<Date> until;
    bool acting {false};
};

struct EndGrant {
    RequestId id;
    Ulid grant;
    Date on; // the last day
    Reason reason;
};

struct ConfirmGrant {
    RequestId id;
    Ulid grant;
};
struct ConfirmGrants {
    RequestId id;
    std::vector<Ulid> grants;
};
struct RefuseGrant {
    RequestId id;
    Ulid grant;
    Reason reason;
};

struct MakeSlips {
    RequestId id;
    std::vector<UserId> users;
};

struct CloseAccount {
    RequestId id;
    UserId user;
    Reason reason;
};
struct OpenAccount {
    RequestId id;
    UserId user;
};
struct EndSessions {
    RequestId id;
    UserId user;
    Text<0, 64> session; // key of one; empty ends all
};
struct RevokeToken {
    RequestId id;
    Text<1, 64> key;
};

enum class PersonalNumber : std::uint8_t { Phone, Nik };
struct Unmask {
    RequestId id;
    PersonId person;
    PersonalNumber field {PersonalNumber::Phone};
    Reason reason;
};

struct ImportUser {
    Name name;
    PhoneText phone;
    RoleKey role; // key or words
    PlaceText place;
    PaperNumber decree;
    NumberText nip;
    bool shared {false};
};
struct ImportUsers {
    RequestId id;
    Date from; // first day of the offices
    std::vector<ImportUser> rows;
};

} // namespace rtkeren::identity

namespace rtkeren::operations {

template <> struct Choices<identity::PersonalNumber> {
    static constexpr std::array<std::pair<identity::PersonalNumber, std::string_view>, 2> values {
        {{identity::PersonalNumber::Phone, "phone"}, {identity::PersonalNumber::Nik, "nik"}}};
};

template <> struct Fields<identity::CreateUser> {
    static constexpr auto table()
    {
        using T = identity::CreateUser;
        return std::tuple {field("id", &T::id), field("name", &T::name, {.label = TR_NOOP("Nama lengkap"), .example = "Siti Aminah"}),
            field("phone", &T::phone, {.label = TR_NOOP("Nomor telepon"), .example = "0812-3456-7890"}), field("nik", &T::nik, {.label = TR_NOOP("NIK")}),
            field("nip", &T::nip, {.label = TR_NOOP("NIP"), .hint = TR_NOOP("Hanya pegawai negeri")}),
            field("place", &T::place, {.label = TR_NOOP("Wilayah"), .example = "35.72.03.1002"}),
            field("login", &T::login, {.label = TR_NOOP("Nama pengguna"), .hint = TR_NOOP("Kosongkan: dibuat dari nama")}),
            field("shared", &T::shared, {.label = TR_NOOP("Telepon bersama")})};
    }
};
template <> struct Fields<identity::CorrectPerson> {
    static constexpr auto table()
    {
        using T = identity::CorrectPerson;
        return std::tuple {field("id", &T::id), field("user", &T::user, {.label = TR_NOOP("Pengguna")}),
            field("name", &T::name, {.label = TR_NOOP("Nama lengkap"), .example = "Siti Aminah"}),
            field("phone", &T::phone, {.label = TR_NOOP("Nomor telepon"), .hint = TR_NOOP("Kosong: tidak berubah")}),
            field("nip", &T::nip, {.label = TR_NOOP("NIP"), .hint = TR_NOOP("Hanya pegawai negeri")}),
            field("shared", &T::shared, {.label = TR_NOOP("Telepon bersama")})};
    }
};
template <> struct Fields<identity::GrantRole> {
    static constexpr auto table()
    {
        using T = identity::GrantRole;
        return std::tuple {field("id", &T::id), field("person", &T::person, {.label = TR_NOOP("Orang")}),
            field("role", &T::role, {.label = TR_NOOP("Jabatan"), .example = "ketua_rt"}),
            field("place", &T::place, {.label = TR_NOOP("Tempat"), .example = "35.72.03.1002.003.002"}),
            field("pokmas", &T::pokmas, {.label = TR_NOOP("Pokmas")}), field("decree", &T::decree, {.label = TR_NOOP("Nomor SK atau surat")}),
            field("from", &T::from, {.label = TR_NOOP("Mulai")}), field("until", &T::until, {.label = TR_NOOP("Sampai")}),
            field("acting", &T::acting, {.label = TR_NOOP("Pelaksana (Plt, Plh) atau pelimpahan")})};
    }
};
template <> struct Fields<identity::EndGrant> {
    static constexpr auto table()
    {
        using T = identity::EndGrant;
        return std::tuple {field("id", &T::id), field("grant", &T::grant, {.label = TR_NOOP("Jabatan")}),
            field("on", &T::on, {.label = TR_NOOP("Hari terakhir")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template <> struct Fields<identity::ConfirmGrant> {
    static constexpr auto table()
    {
        using T = identity::ConfirmGrant;
        return std::tuple {field("id", &T::id), field("grant", &T::grant, {.label = TR_NOOP("Jabatan")})};
    }
};
template <> struct Fields<identity::ConfirmGrants> {
    static constexpr auto table()
    {
        using T = identity::ConfirmGrants;
        return std::tuple {field("id", &T::id), field("grants", &T::grants, {.label = TR_NOOP("Jabatan"), .minimum = 1, .maximum = 200})};
    }
};
template <> struct Fields<identity::RefuseGrant> {
    static constexpr auto table()
    {
        using T = identity::RefuseGrant;
        return std::tuple {
            field("id", &T::id), field("grant", &T::grant, {.label = TR_NOOP("Jabatan")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template <> struct Fields<identity::MakeSlips> {
    static constexpr auto table()
    {
        using T = identity::MakeSlips;
        return std::tuple {field("id", &T::id), field("users", &T::users, {.label = TR_NOOP("Pengguna"), .minimum = 1, .maximum = 500})};
    }
};
template <> struct Fields<identity::CloseAccount> {
    static constexpr auto table()
    {
        using T = identity::CloseAccount;
        return std::tuple {
            field("id", &T::id), field("user", &T::user, {.label = TR_NOOP("Pengguna")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template <> struct Fields<identity::OpenAccount> {
    static constexpr auto table()
    {
        using T = identity::OpenAccount;
        return std::tuple {field("id", &T::id), field("user", &T::user, {.label = TR_NOOP("Pengguna")})};
    }
};
template <> struct Fields<identity::EndSessions> {
    static constexpr auto table()
    {
        using T = identity::EndSessions;
        return std::tuple {
            field("id", &T::id), field("user", &T::user, {.label = TR_NOOP("Pengguna")}), field("session", &T::session, {.label = TR_NOOP("Sesi")})};
    }
};
template <> struct Fields<identity::RevokeToken> {
    static constexpr auto table()
    {
        using T = identity::RevokeToken;
        return std::tuple {field("id", &T::id), field("key", &T::key, {.label = TR_NOOP("Kunci")})};
    }
};
template <> struct Fields<identity::Unmask> {
    static constexpr auto table()
    {
        using T = identity::Unmask;
        return std::tuple {field("id", &T::id), field("person", &T::person, {.label = TR_NOOP("Orang")}),
            field("field", &T::field, {.label = TR_NOOP("Nomor")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template <> struct Fields<identity::ImportUser> {
    static constexpr auto table()
    {
        using T = identity::ImportUser;
        return std::tuple {field("name", &T::name, {.label = TR_NOOP("Nama")}), field("phone", &T::phone, {.label = TR_NOOP("Telepon")}),
            field("role", &T::role, {.label = TR_NOOP("Jabatan")}), field("place", &T::place, {.label = TR_NOOP("Tempat")}),
            field("decree", &T::decree, {.label = TR_NOOP("Nomor SK")}), field("nip", &T::nip, {.label = TR_NOOP("NIP")}),
            field("shared", &T::shared, {.label = TR_NOOP("Telepon bersama")})};
    }
};
template <> struct Fields<identity::ImportUsers> {
    static constexpr auto table()
    {
        using T = identity::ImportUsers;
        return std::tuple {field("id", &T::id), field("from", &T::from, {.label = TR_NOOP("Mulai")}),
            field("rows", &T::rows, {.label = TR_NOOP("Orang"), .minimum = 1, .maximum = 500})};
    }
};

} // namespace rtkeren::operations
