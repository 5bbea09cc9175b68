#include "enterprise/room.hpp"

#include "enterprise/claim.hpp"
#include "enterprise/merge.hpp"
#include "enterprise/numbers.hpp"
#include "enterprise/operations.hpp"
#include "enterprise/pages_room.hpp"
#include "enterprise/product_operations.hpp"
#include "enterprise/sql.hpp"

namespace rtkeren::enterprise {

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const part : {list_routes, form_routes, business_routes, licence_routes, merge_routes, product_routes, product_form_routes, public_routes, own_routes, claim_routes, claim_office_routes})
        for (auto& route : part(services))
            all.push_back(std::move(route));
    return all;
}

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<Register>("enterprise.register", "enterprise.write", "Record an owner with a business", register_business),
        make<RegisterFor>("enterprise.register_for", "", "Record another business of an owner who is known", register_for),
        make<ChangeBusiness>("enterprise.change", "", "Change what is recorded of a business", change_business),
        make<ChangeOwner>("enterprise.change_owner", "", "Change what is recorded of an owner", change_owner),
        make<CloseBusiness>("enterprise.close", "", "Record that a business ended", close_business),
        make<ReopenBusiness>("enterprise.reopen", "", "Record that a closed business goes on", reopen_business),
        make<ConfirmBusiness>("enterprise.confirm", "enterprise.confirm", "Confirm a business whose owner's KTP one has seen", confirm_business),
        make<AddLicence>("enterprise.add_licence", "", "Record a licence's number, not looked up yet", add_licence),
        make<CheckLicence>("enterprise.check_licence", "enterprise.check", "Record what was found on looking a licence up", check_licence),
        make<RetireLicence>("enterprise.retire_licence", "", "Take a licence out that no longer counts", retire_licence),
        make<MergeBusinesses>("enterprise.merge", "enterprise.merge", "Merge a business into another that is the same", merge_businesses),
        make<UndoMerge>("enterprise.undo_merge", "enterprise.merge", "Undo a merge: both stand as before", undo_merge),
        make<KeepApart>("enterprise.keep_apart", "enterprise.merge", "Say that two businesses are two", keep_apart),
        make<RecordProduct>("enterprise.record_product", "", "Record a product of a business", record_product),
        make<ChangeProduct>("enterprise.change_product", "", "Change what is recorded of a product", change_product),
        make<StopProduct>("enterprise.stop_product", "", "Record that a product is made no longer", stop_product),
        make<ResumeProduct>("enterprise.resume_product", "", "Record that a product is made again", resume_product),
        make<AddPhotos>("enterprise.add_photos", "", "Add pictures to a product", add_photos),
        make<OnePhoto>("enterprise.remove_photo", "", "Take a picture away from a product", remove_photo),
        make<OnePhoto>("enterprise.first_photo", "", "Put a product's picture in front", put_photo_first),
        make<CoverProducts>("enterprise.cover_products", "", "Say which products a paper was issued for", cover_products),
        make<ApplyForPaper>("enterprise.apply", "", "Record that a paper was asked for", apply_for_paper),
        make<EndApplication>("enterprise.end_application", "", "Record that nothing came of what was asked for", end_application),
        make<GiveConsent>("enterprise.give_consent", "", "Let a product be shown to everybody", give_consent),
        make<WithdrawConsent>("enterprise.withdraw_consent", "", "Take the consent to show a product back", withdraw_consent),
        make<ClaimBusiness>("enterprise.claim", "", "Say that a business is one's own, without an account", claim_business),
        make<ConfirmClaim>("enterprise.confirm_claim", "enterprise.confirm", "Confirm a claim of an owner whose KTP one has seen, and open the account", confirm_claim),
        make<RefuseClaim>("enterprise.refuse_claim", "enterprise.confirm", "Refuse a claim", refuse_claim),
        make<EndClaim>("enterprise.withdraw_claim", "", "Take a claim back", withdraw_claim),
        make<EndClaim>("enterprise.expire_claim", "enterprise.confirm", "End a claim for which nobody came", expire_claim),
        make<OpenOwnAccount>("enterprise.open_account", "enterprise.confirm", "Open the account of a confirmed business's owner", open_own_account),
        make<ImportBusinesses>("enterprise.import", "enterprise.import", "Record a list of businesses from a spreadsheet, all or none", import_businesses),
    };
}

std::vector<sheets::Kind const*> imports() { return {&business_sheet()}; }

std::vector<workflow::Machine> machines() { return {claim_machine()}; }

std::vector<screens::Panel> panels() { return {}; }

namespace {

/// The place of a row of the query, which takes the city and the subject.
evidence::Placed placed_by(std::string kind, db::ReadQuery<2> const& query)
{
    return {std::move(kind), [&query](db::ReadTx& tx, CityId city, std::string_view subject) -> Result<std::optional<evidence::Standing>> {
                auto const row = TRY(tx.maybe(query, city, subject));
                return row ? std::optional(evidence::Standing {row->text(0), {}}) : std::nullopt;
            }};
}

} // namespace

std::vector<evidence::Placed> places()
{
    return {placed_by("licence", sql::place_of_licence), placed_by("product", sql::place_of_product), placed_by("application", sql::place_of_application)};
}

std::vector<screens::NavEntry> navigation()
{
    return {{"enterprise.read", "/umkm", TR_NOOP("Daftar UMKM"), "building-store", 60, screens::NavPart::Market}, {"enterprise.read", "/produk", TR_NOOP("Produk"), "package", 61, screens::NavPart::Market}, {"enterprise.own", "/umkm/saya", TR_NOOP("Usaha saya"), "building-store", 10}};
}

void register_messages()
{
    language::register_messages(number_messages());
    language::register_messages(registry_messages());
    language::register_messages(product_messages());
}

} // namespace rtkeren::enterprise
