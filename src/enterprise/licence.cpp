#include "enterprise/numbers.hpp"
#include "enterprise/operations.hpp"
#include "enterprise/product_operations.hpp"

#include "audit/audit.hpp"
#include "enterprise/sql.hpp"
#include "evidence/evidence.hpp"
#include "identifiers/nik.hpp"
#include "identifiers/mask.hpp"
#include "secrets/secrets.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace rtkeren::enterprise {
namespace {

std::string findings_text(identifiers::Inspection const& seen)
{
    boost::json::array all;
    for (auto const& finding : seen.findings) {
        boost::json::object arguments;
        for (auto const& [name, value] : finding.arguments)
            arguments[name] = value;
        all.push_back({{"level", identifiers::name_of(finding.level)}, {"code", finding.code}, {"arguments", std::move(arguments)}});
    }
    return boost::json::serialize(all);
}

/// What a number is to be kept as: a tax number is a person's and may be a NIK, so it is sealed and shown masked.
struct KeptNumber {
    std::string shown;
    std::optional<std::string> sealed;
    std::string lookup;
};
KeptNumber kept_number(Services const& services, LicenceId id, std::string const& kind, std::string const& value)
{
    auto lookup = services.keys.lookup("licence." + kind, value);
    if (kind != "npwp")
        return {value, std::nullopt, std::move(lookup)};
    auto masked = value.size() == 16 && value.front() != '0' ? identifiers::mask_nik(value) : identifiers::masked(value, 2, 4);
    return {std::move(masked), services.keys.seal({"enterprise_licence", "number", id.text()}, value), std::move(lookup)};
}

/// The same number at two businesses: one of them is wrong, or both are one.
Result<std::vector<Verdict>> number_elsewhere(db::ReadTx& tx, operations::Context const& context, BusinessId business, std::string const& kind, std::string const& lookup)
{
    std::vector<Verdict> verdicts;
    auto const rows = TRY(tx.run(sql::same_licence, context.city, kind, lookup));
    for (auto const& row : rows) {
        if (row.text(1) == business.str())
            return Error::field("number", "enterprise.licence_known");
        verdicts.push_back({"enterprise.licence_elsewhere", Severity::Warn, {}, {{"name", row.text(2)}}});
    }
    return verdicts;
}

Result<void> attach_file(db::WriteTx& tx, operations::Context& context, LicenceId id, std::string_view paper, std::optional<Sha256> const& file)
{
    if (file)
        TRY(evidence::attach(tx, context, {.subject_kind = "licence", .subject = id.str(), .paper = std::string(paper), .sha256 = std::string(file->str())}));
    return Done {};
}

} // namespace

Result<WrittenLicence> write_licence(db::WriteTx& tx, operations::Context& context, NewLicence const& licence)
{
    auto const kind = stored_choice(licence.kind);
    auto const seen = inspect_number(kind, licence.number, context.today, licence.valid_until);
    WrittenLicence written {.worst = worst_of(seen), .verdicts = {}};
    if (written.worst == "warn" && licence.reason.empty()) {
        // A form that nobody can pass without a word: what is doubtful and why it is right all the same.
        auto error = Error::invalid("input.invalid");
        for (auto const& finding : seen.findings)
            if (finding.level == identifiers::Level::Warn)
                error.fields.push_back({"number", finding.code, {}, finding.arguments});
        error.fields.push_back({"reason", "enterprise.reason_for_warning", {}});
        return error;
    }
    auto const number = kept_number(context.services, licence.id, kind, seen.value);
    written.verdicts = TRY(number_elsewhere(tx, context, licence.business, kind, number.lookup));
    for (auto const& finding : seen.findings)
        if (finding.level != identifiers::Level::Info)
            written.verdicts.push_back({finding.code, Severity::Warn, {}, finding.arguments});
    std::optional<std::string> const file = licence.file ? std::optional(std::string(licence.file->str())) : std::nullopt;
    TRY(tx.run(sql::insert_licence, context.city, licence.id, licence.business, kind, number.shown, number.sealed, number.lookup, licence.issued_on, licence.valid_until, file,
        findings_text(seen), written.worst, licence.reason, context.actor.user, context.actor.person, context.actor.name, context.now));
    TRY(attach_file(tx, context, licence.id, kind, licence.file));
    return written;
}

Result<operations::Answer> add_licence(db::WriteTx& tx, operations::Context& context, AddLicence const& input)
{
    auto const business = TRY(changeable(tx, context.actor, input.business));
    if (input.issued_on && *input.issued_on > context.today)
        return Error::field("issued_on", "enterprise.future", input.issued_on->iso());
    if (input.issued_on && input.valid_until && *input.valid_until < *input.issued_on)
        return Error::field("valid_until", "enterprise.dates_order", input.valid_until->iso());
    auto const id = context.next<LicenceId>();
    auto written = TRY(write_licence(tx, context,
        {.id = id, .business = business.id, .kind = input.kind, .number = input.number.str(), .issued_on = input.issued_on, .valid_until = input.valid_until, .file = input.file,
            .reason = input.reason.str()}));
    auto const kind = stored_choice(input.kind);
    TRY(settle_applications(tx, context, business.id, kind, id, input.product));
    TRY(audit::append(tx, context,
        {"enterprise.add_licence", "business", business.id.str(), business.region, {{"licence", id.text()}, {"kind", kind}, {"verdict", written.worst}}, input.reason.str()}));
    return operations::Answer {.id = id.str(), .href = href_of(business.id), .message = written.worst == "error" ? "enterprise.licence_wrong" : "enterprise.licence_added",
        .arguments = {{"kind", kind_label(kind)}}, .verdicts = std::move(written.verdicts)};
}

/// No check of digits proves that a number was issued: a person looks it up, another than who entered it, and shows what was there.
Result<operations::Answer> check_licence(db::WriteTx& tx, operations::Context& context, CheckLicence const& input)
{
    auto const licence = TRY(find_licence(tx, context.city, input.licence));
    auto const business = TRY(find_business(tx, context.city, licence.business));
    if (!may(context.actor, "enterprise.check", business.region))
        return may_read(context.actor, business) ? Error::forbidden("operation.not_allowed") : Error::not_found("enterprise.no_licence");
    if (licence.retired_at)
        return Error::conflict("enterprise.licence_retired");
    if (licence.entered_by == context.actor.user || licence.entered_person == context.actor.person)
        return Error::forbidden("enterprise.checks_own");
    if (context.actor.person == business.owner)
        return Error::forbidden("enterprise.own_business");
    auto const is_issued = input.result == CheckResult::Issued;
    if (is_issued && licence.worst == "error")
        return Error::field("result", "enterprise.wrong_number_verified");
    if (is_issued && !input.file)
        return Error::field("file", "enterprise.proof_missing");
    std::optional<std::string> const file = input.file ? std::optional(std::string(input.file->str())) : std::nullopt;
    auto const result = stored_choice(input.result);
    TRY(tx.run(sql::check_licence, context.city, licence.id, result, context.actor.user, context.actor.name, context.now, input.where, file));
    TRY(attach_file(tx, context, licence.id, "hasil_cek", input.file));
    TRY(audit::append(tx, context, {"enterprise.check_licence", "business", business.id.str(), business.region, {{"licence", licence.id.text()}, {"kind", licence.kind}, {"result", result}}}));
    return operations::Answer {.id = licence.id.str(), .href = href_of(business.id), .message = is_issued ? "enterprise.licence_verified" : "enterprise.licence_doubted",
        .arguments = {{"kind", kind_label(licence.kind)}}};
}

Result<operations::Answer> retire_licence(db::WriteTx& tx, operations::Context& context, RetireLicence const& input)
{
    auto const licence = TRY(find_licence(tx, context.city, input.licence));
    auto const business = TRY(find_business(tx, context.city, licence.business));
    if (!may_retire(context.actor, business))
        return may_read(context.actor, business) ? Error::forbidden("operation.not_allowed") : Error::not_found("enterprise.no_licence");
    if (licence.retired_at)
        return Error::conflict("enterprise.licence_retired");
    TRY(tx.run(sql::retire_licence, context.city, licence.id, context.now, context.actor.user, input.reason));
    TRY(audit::append(tx, context, {"enterprise.retire_licence", "business", business.id.str(), business.region, {{"licence", licence.id.text()}, {"kind", licence.kind}}, input.reason.str()}));
    return operations::Answer {.id = licence.id.str(), .href = href_of(business.id), .message = "enterprise.licence_gone", .arguments = {{"kind", kind_label(licence.kind)}}};
}

} // namespace rtkeren::enterprise
