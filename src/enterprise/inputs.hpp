#pragma once

#include "base/sha256.hpp"
#include "enterprise/enterprise.hpp"
#include "identifiers/kbli.hpp"
#include "language/language.hpp"
#include "operations/operations.hpp"

#include <array>

/// What the operations of the registry are sent.
namespace rtkeren::enterprise {

enum class Sex : std::uint8_t { Female, Male };
enum class NoNik : std::uint8_t { NotIssued, Lost, NotShown, Refused, Other };
enum class PlaceKind : std::uint8_t { Rumah, Toko, Pasar, Keliling, Daring };
enum class LegalForm : std::uint8_t { Perorangan, PtPerorangan, Cv, Pt, Koperasi, Kelompok };
enum class Channel : std::uint8_t { Rumah, Bazar, Daring, Titip, Ritel };
enum class Method : std::uint8_t { QrisStatement, CashBook, StallTally, RecallWeek, RecallMonth, EstimateOfficial };
enum class Bookkeeping : std::uint8_t { Tidak, Catatan, Aplikasi };
enum class CreditSource : std::uint8_t { Sendiri, Keluarga, Koperasi, Bank, Rentenir, Pinjol };
enum class LicenceKind : std::uint8_t { Nib, Npwp, Pirt, Bpom, Halal, Merek, Suket, Pkp };
enum class CheckResult : std::uint8_t { Issued, OtherHolder, NotFound, Expired };

/// A month: "2021-03"; "03/2021" and "3-2021" as typed. Code: month.format.
class Month {
public:
    /// "2021-03", "03/2021", "Maret 2021", or a day of it.
    static Result<Month> parse(std::string_view);
    static Month of(Date);
    [[nodiscard]] std::string const& str() const { return m_text; }

private:
    std::string m_text;
};

struct OwnerPart {
    Name owner_name;
    Text<0, 30> owner_phone, owner_nik;
    std::optional<NoNik> no_nik;
    Text<0, 200> no_nik_note;
    std::optional<Sex> sex;
    std::optional<Date> birth_date;
    Text<0, 200> owner_address;
    Text<1, 40> owner_place; // where the owner lives
    std::optional<Date> consent_on;
};
struct BusinessPart {
    Name name;
    Text<0, 120> brand;
    Text<1, 120> activity;
    std::optional<identifiers::Kbli> kbli;
    PlaceKind place_kind {PlaceKind::Rumah};
    Text<1, 40> place;
    Text<0, 200> address;
    std::optional<Month> started;
    LegalForm legal_form {LegalForm::Perorangan};
    std::optional<Rupiah> capital;
    std::optional<std::int64_t> sales_year;
    std::optional<Rupiah> sales_amount;
    std::optional<Method> sales_method;
    std::optional<std::int64_t> workers_male, workers_female, workers_family;
    std::vector<Channel> channels;
    std::optional<Bookkeeping> bookkeeping;
    std::optional<CreditSource> credit_source;
    bool seasonal {false};
    Text<0, 200> source;
    std::optional<Date> as_of;
};
struct Register : OwnerPart, BusinessPart {
    RequestId id;
};
/// Another activity of an owner who is recorded.
struct RegisterFor : BusinessPart {
    RequestId id;
    PersonId owner;
};
struct ChangeBusiness : BusinessPart {
    RequestId id;
    BusinessId business;
    std::int64_t version {0};
};
struct ChangeOwner : OwnerPart {
    RequestId id;
    PersonId person;
    std::int64_t version {0};
};
struct CloseBusiness {
    RequestId id;
    BusinessId business;
    Date on;
    Reason reason;
};
struct ReopenBusiness {
    RequestId id;
    BusinessId business;
    Reason reason;
};
struct ConfirmBusiness {
    RequestId id;
    BusinessId business;
    bool saw_ktp {false};
};
struct AddLicence {
    RequestId id;
    BusinessId business;
    LicenceKind kind {LicenceKind::Nib};
    Text<1, 60> number;
    std::optional<Date> issued_on, valid_until;
    std::optional<Sha256> file;
    Text<0, 300> reason; // why a number with a warning is right all the same
    std::optional<ProductId> product; // that it was issued for; else the business
};
struct CheckLicence {
    RequestId id;
    LicenceId licence;
    CheckResult result {CheckResult::Issued};
    Text<3, 200> where; // the register that was looked up
    std::optional<Sha256> file; // what it showed
};
struct RetireLicence {
    RequestId id;
    LicenceId licence;
    Reason reason;
};

} // namespace rtkeren::enterprise

#include "enterprise/input_fields.hpp"
