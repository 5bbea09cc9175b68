#pragma once

#include "enterprise/inputs.hpp"
#include "enterprise/likeness.hpp"

#include <span>

/// Rows of the registry: written by operations and imports, read by pages.
namespace rtkeren::enterprise {

/// Where something is: the code as it stands, and its kelurahan. Fields `field`: place.format, place.unknown, enterprise.place_level (higher than a kelurahan).
struct Placed {
    std::string region, kelurahan;
};
[[nodiscard]] Result<Placed> placed(db::ReadTx&, CityId, std::string_view field, std::string_view typed);

/// A business about to be written. The words of its owner find it too.
struct NewBusiness {
    BusinessId id;
    PersonId owner;
    std::string owner_name, phone_lookup, nik_lookup;
    BusinessPart part;
    Placed at;
    bool confirmed {false};
    std::optional<ImportId> import {};
};
[[nodiscard]] Profile profile_of(NewBusiness const&);
/// Of a row of profiles_sharing or same_key.
[[nodiscard]] Profile stored_profile(db::Row const&);
/// Rows, words and keys; `batch` is the import, or the business itself.
[[nodiscard]] Result<void> write_businesses(db::WriteTx&, operations::Context&, std::span<NewBusiness const>, Ulid const& batch);
/// After a change of business or owner: words and keys as they are now.
[[nodiscard]] Result<void> write_words_and_keys(db::WriteTx&, operations::Context&, NewBusiness const&);
/// Who recorded capital and sales.
struct FiguresBy {
    std::optional<UserId> capital, sales;
};
[[nodiscard]] Result<void> update_business(db::WriteTx&, operations::Context&, BusinessId, BusinessPart const&, Placed const&, FiguresBy const&);

/// Compares a batch with everything that shares a key, and writes what may be one. Answers the ids of each pair.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> find_pairs(db::WriteTx&, operations::Context&, Ulid const& batch);

/// sales_year and sales_amount come together; class and dates make sense. Fields: required, month.future.
[[nodiscard]] Result<void> check_part(BusinessPart const&, Date today);
[[nodiscard]] std::string channels_text(std::vector<Channel> const&);

/// The name of an optional choice as it is stored, or nothing.
template<class Enum>
std::optional<std::string> stored_choice(std::optional<Enum> const& value)
{
    if (!value)
        return std::nullopt;
    for (auto const& [each, name] : operations::Choices<Enum>::values)
        if (each == *value)
            return std::string(name);
    return std::nullopt;
}
template<class Enum>
std::string stored_choice(Enum value)
{
    return *stored_choice(std::optional<Enum>(value));
}

/// A column that may be empty.
inline std::optional<Rupiah> maybe_rupiah(db::Row const& row, std::size_t column) { return row.is_null(column) ? std::nullopt : std::optional(row.rupiah(column)); }
inline std::optional<std::int64_t> maybe_integer(db::Row const& row, std::size_t column) { return row.is_null(column) ? std::nullopt : std::optional(row.integer(column)); }

/// A licence as it is stored.
struct Licence {
    LicenceId id;
    BusinessId business;
    std::string kind, number, number_sealed; // `number` is masked where it is sealed
    std::optional<Date> issued_on, valid_until;
    std::string file, findings, worst, reason;
    UserId entered_by;
    PersonId entered_person;
    std::string entered_by_name;
    Instant entered_at;
    std::string result; // "" until somebody looked it up
    std::string checked_by_name;
    std::optional<Instant> checked_at;
    std::string checked_where, check_file;
    std::optional<Instant> retired_at;
    std::string retired_reason;
};
/// enterprise.no_licence
[[nodiscard]] Result<Licence> find_licence(db::ReadTx&, CityId, LicenceId);
[[nodiscard]] Result<std::vector<Licence>> licences_of(db::ReadTx&, CityId, BusinessId);

/// The beginnings that a search looks for: each from and behind; unused ones are empty. A long number is a phone or a NIK, found as its keyed hash.
struct Searched {
    std::pair<std::string, std::string> first, second, third;
    [[nodiscard]] bool empty() const { return first.first.empty(); }
};
[[nodiscard]] Searched searched(Services const&, std::string_view typed);

/// A number of a licence, inspected and written; `verdicts` are what is doubtful about it.
struct NewLicence {
    LicenceId id;
    BusinessId business;
    LicenceKind kind {LicenceKind::Nib};
    std::string number;
    std::optional<Date> issued_on {}, valid_until {};
    std::optional<Sha256> file {};
    std::string reason {};
};
struct WrittenLicence {
    std::string worst;
    std::vector<Verdict> verdicts;
};
/// Field number: enterprise.licence_known; a warning without a reason: the warning, and field reason.
[[nodiscard]] Result<WrittenLicence> write_licence(db::WriteTx&, operations::Context&, NewLicence const&);

/// Up to four stretches of codes where the actor has the permission, as from and behind; unused ones hold nothing.
using Reach = std::array<std::pair<std::string, std::string>, 4>;
[[nodiscard]] Reach reach_of(Actor const&, std::string_view permission);

/// The business for somebody who may change it: enterprise.no_business where it cannot be seen, operation.not_allowed where it is another's.
[[nodiscard]] Result<Business> changeable(db::ReadTx&, Actor const&, BusinessId);
/// Who entered or looks up licences there, and the owner, take one out.
[[nodiscard]] bool may_retire(Actor const&, Business const&);
/// For the pages: enterprise.no_business where it cannot be seen.
[[nodiscard]] Result<Business> readable(db::ReadTx&, Actor const&, std::string_view id);

} // namespace rtkeren::enterprise
