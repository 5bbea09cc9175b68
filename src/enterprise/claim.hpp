#pragma once

#include "enterprise/inputs.hpp"
#include "enterprise/likeness.hpp"
#include "enterprise/store.hpp"
#include "workflow/workflow.hpp"

/// Owners who register by themselves: a claim of somebody without an account, confirmed by an office that saw the KTP, joined to the business that was recorded
/// before or recorded anew, never twice. Nothing of the registry is told to who claims.
namespace rtkeren::enterprise {

struct ClaimBusiness {
    RequestId id;
    Name name;
    Text<1, 30> phone;
    Name business_name;
    Text<1, 120> activity;
    PlaceKind place_kind {PlaceKind::Rumah};
    Text<1, 40> place; // a kelurahan
    bool recorded_before {false}; // as far as the owner knows
    Text<0, 500> note;
    bool agrees {false}; // to being recorded
};
struct ConfirmClaim {
    RequestId id;
    ClaimId claim;
    std::optional<BusinessId> business; // the one that it is; nothing: it is recorded anew
    bool saw_ktp {false};
    Text<0, 30> owner_nik;
    std::optional<NoNik> no_nik;
    Text<0, 200> no_nik_note;
    Text<0, 40> place; // of a new business, down to its RT
};
struct RefuseClaim {
    RequestId id;
    ClaimId claim;
    Reason reason;
};
/// Taken back by who made it, or over because nobody came.
struct EndClaim {
    RequestId id;
    ClaimId claim;
};
/// The account of an owner who came in person, where the business is confirmed already.
struct OpenOwnAccount {
    RequestId id;
    BusinessId business;
};

struct Claim {
    ClaimId id;
    std::string name, phone_sealed, phone_lookup, business_name, activity, place_kind, region, kelurahan;
    bool recorded_before {false};
    std::string note;
    Date consent_on;
    Instant claimed_at;
    std::optional<BusinessId> business {}; // when confirmed
    std::string decided_by_name;
    std::optional<Instant> decided_at {};
    std::string decided_reason;
};
/// enterprise.no_claim
[[nodiscard]] Result<Claim> find_claim(db::ReadTx&, CityId, ClaimId);
/// For an office that confirms there; else it is not there.
[[nodiscard]] Result<Claim> claim_in_reach(db::ReadTx&, Actor const&, std::string_view id);
[[nodiscard]] std::string claim_phone(Services const&, Claim const&);
[[nodiscard]] std::string href_of(ClaimId);
[[nodiscard]] workflow::Machine const& claim_machine();
/// After this many days without anybody coming, a claim may be ended; the next night ends it.
inline constexpr int claim_days = 30;
[[nodiscard]] Date last_day_of(Claim const&, Zone);

/// A business that a claim may mean.
struct Candidate {
    Business business;
    int score {0};
    std::vector<std::string> reasons; // as of Likeness
};
struct Candidates {
    std::vector<Candidate> here; // where the actor reads, the likeliest first
    std::size_t elsewhere {0}; // of the same phone number, out of the actor's reach
};
[[nodiscard]] Result<Candidates> candidates_of(db::ReadTx&, Services const&, Actor const&, Claim const&);

[[nodiscard]] Result<operations::Answer> claim_business(db::WriteTx&, operations::Context&, ClaimBusiness const&);
[[nodiscard]] Result<operations::Answer> confirm_claim(db::WriteTx&, operations::Context&, ConfirmClaim const&);
[[nodiscard]] Result<operations::Answer> refuse_claim(db::WriteTx&, operations::Context&, RefuseClaim const&);
[[nodiscard]] Result<operations::Answer> withdraw_claim(db::WriteTx&, operations::Context&, EndClaim const&);
[[nodiscard]] Result<operations::Answer> expire_claim(db::WriteTx&, operations::Context&, EndClaim const&);
[[nodiscard]] Result<operations::Answer> open_own_account(db::WriteTx&, operations::Context&, OpenOwnAccount const&);

} // namespace rtkeren::enterprise

namespace rtkeren::operations {

template<> struct Fields<enterprise::ClaimBusiness> {
    static constexpr auto table()
    {
        using T = enterprise::ClaimBusiness;
        return std::tuple {field("id", &T::id), field("name", &T::name, {.label = TR_NOOP("Nama Anda"), .hint = TR_NOOP("Seperti di KTP"), .example = "Sri Utami"}),
            field("phone", &T::phone, {.label = TR_NOOP("Nomor telepon"), .example = "0812-3456-7890", .secret = true}), field("business_name", &T::business_name, {.label = TR_NOOP("Nama usaha"), .example = "Dapur Bu Sri"}),
            field("activity", &T::activity, {.label = TR_NOOP("Yang dibuat atau dijual"), .example = "Kue kering"}), field("place_kind", &T::place_kind, {.label = TR_NOOP("Tempat usaha")}),
            field("place", &T::place, {.label = TR_NOOP("Kelurahan usaha"), .example = "35.72.03.1002"}), field("recorded_before", &T::recorded_before, {.label = TR_NOOP("Usaha ini pernah didata")}),
            field("note", &T::note, {.label = TR_NOOP("Catatan untuk petugas")}), field("agrees", &T::agrees, {.label = TR_NOOP("Saya setuju usaha saya didata")})};
    }
};
template<> struct Fields<enterprise::ConfirmClaim> {
    static constexpr auto table()
    {
        using T = enterprise::ConfirmClaim;
        return std::tuple {field("id", &T::id), field("claim", &T::claim, {.label = TR_NOOP("Pendaftaran")}), field("business", &T::business, {.label = TR_NOOP("Usaha yang sama")}),
            field("saw_ktp", &T::saw_ktp, {.label = TR_NOOP("Saya sudah melihat KTP pemiliknya")}), field("owner_nik", &T::owner_nik, {.label = TR_NOOP("NIK"), .secret = true}),
            field("no_nik", &T::no_nik, {.label = TR_NOOP("Bila tidak ada NIK, mengapa?")}), field("no_nik_note", &T::no_nik_note, {.label = TR_NOOP("Keterangan tanpa NIK")}),
            field("place", &T::place, {.label = TR_NOOP("RT usaha"), .example = "35.72.03.1002.003.002"})};
    }
};
template<> struct Fields<enterprise::RefuseClaim> {
    static constexpr auto table()
    {
        using T = enterprise::RefuseClaim;
        return std::tuple {field("id", &T::id), field("claim", &T::claim, {.label = TR_NOOP("Pendaftaran")}), field("reason", &T::reason, {.label = TR_NOOP("Alasan")})};
    }
};
template<> struct Fields<enterprise::EndClaim> {
    static constexpr auto table()
    {
        using T = enterprise::EndClaim;
        return std::tuple {field("id", &T::id), field("claim", &T::claim, {.label = TR_NOOP("Pendaftaran")})};
    }
};
template<> struct Fields<enterprise::OpenOwnAccount> {
    static constexpr auto table()
    {
        using T = enterprise::OpenOwnAccount;
        return std::tuple {field("id", &T::id), field("business", &T::business, {.label = TR_NOOP("Usaha")})};
    }
};

} // namespace rtkeren::operations
