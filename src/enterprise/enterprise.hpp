#pragma once

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/rupiah.hpp"
#include "db/db.hpp"
#include "operations/operations.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// UMKM: owners, their businesses (one activity of one owner at one place), licences. What rooms above reach them by; their products are in products.hpp,
/// how far a product is with its papers in standing.hpp.
namespace rtkeren::enterprise {

using BusinessId = Id<struct BusinessTag>;
using LicenceId = Id<struct LicenceTag>;
using PairId = Id<struct PairTag>;
using MergeId = Id<struct MergeTag>;
using ImportId = Id<struct ImportTag>;
using ProductId = Id<struct ProductTag>;
using ApplicationId = Id<struct ApplicationTag>;
using ConsentId = Id<struct ConsentTag>;
using ClaimId = Id<struct ClaimTag>;

/// A business as it stands in the registry.
struct Business {
    BusinessId id;
    PersonId owner;
    std::string name, brand, activity;
    std::string kbli; // "2025:10710", "" when not known
    std::string place_kind; // "rumah", "toko", "pasar", "keliling", "daring"
    std::string region, kelurahan, address;
    std::string started_month; // "2021-03" or ""
    std::string legal_form;
    std::optional<Rupiah> capital {}; // without land and buildings
    std::optional<UserId> capital_by {}; // who recorded it
    std::optional<std::int64_t> sales_year {};
    std::optional<Rupiah> sales_amount {}; // of that year
    std::string sales_method;
    std::optional<UserId> sales_by {}; // who recorded it
    std::string size_class, class_basis; // "mikro" by "modal" or "penjualan"; both "" when not known, which is never taken for mikro
    std::optional<std::int64_t> workers_male {}, workers_female {}, workers_family {};
    std::string channels; // "rumah,daring"
    std::string bookkeeping, credit_source;
    bool seasonal {false};
    std::optional<Date> closed_on {};
    std::string closed_reason;
    bool confirmed {false}; // somebody of the kelurahan, a mentor or the Dinas saw the owner's KTP
    std::optional<BusinessId> survivor {}; // merged into this one
    std::string source;
    Date as_of;
    std::optional<ImportId> import {};
    bool example {false};
    std::int64_t version {0};
    std::string entered_by_name;
    Instant entered_at;
};
/// Also one that was merged. enterprise.no_business
[[nodiscard]] Result<Business> find_business(db::ReadTx&, CityId, BusinessId);
/// The one that stands for it now: itself, or what it was merged into. enterprise.no_business
[[nodiscard]] Result<BusinessId> standing_of(db::ReadTx&, CityId, BusinessId);
/// Of one owner, by name; merged ones left out.
[[nodiscard]] Result<std::vector<Business>> businesses_of(db::ReadTx&, CityId, PersonId);
[[nodiscard]] std::string href_of(BusinessId);

/// What is known of a person beside the name and numbers that identity keeps.
struct PersonDetails {
    std::string sex; // "male", "female" or ""
    std::optional<Date> birth_date {};
    std::string address;
    std::string no_nik; // why there is no NIK: code, or ""
    std::string no_nik_note;
    std::optional<Date> consent_on {}; // when the person agreed to be recorded
    std::int64_t version {0};
};
/// All empty for a person whom this room never recorded.
[[nodiscard]] Result<PersonDetails> person_details(db::ReadTx&, CityId, PersonId);

struct NewPerson {
    std::string name, phone, nik; // as typed; phone and nik may be empty
    std::string region; // code of an RT or kelurahan
    PersonDetails details {};
};
/// Checks and writes a person, found by name from now on. Somebody with this NIK and the same name is that person: nobody is written twice.
/// Fields: owner_phone (phone.format), owner_nik (nik.*, enterprise.nik_other_name), no_nik (enterprise.nik_or_reason: neither a NIK nor why there is none).
[[nodiscard]] Result<PersonId> record_person(db::WriteTx&, operations::Context&, NewPerson const&);

struct FoundPerson {
    PersonId id;
    std::string name, region, phone; // masked
};
/// By the beginnings of words of the name, in any order, or by a whole phone number or NIK; within a place ("" is the city). First whose name begins with what was
/// typed, then the others, each by name; of more than three times `limit` others some.
[[nodiscard]] Result<std::vector<FoundPerson>> find_persons(db::ReadTx&, Services const&, std::string_view typed, std::string_view place, int limit);

/// Whether a business lives within an actor's reading, or is the actor's own.
[[nodiscard]] bool may_read(Actor const&, Business const&);
[[nodiscard]] bool owns(Actor const&, Business const&);
/// Capital and sales are their owner's and who recorded them. An officer whom the owner allowed reads them in `turnover`, which notes it; nobody reads them elsewhere.
[[nodiscard]] bool sees_capital(Actor const&, Business const&);
[[nodiscard]] bool sees_sales(Actor const&, Business const&);

} // namespace rtkeren::enterprise
