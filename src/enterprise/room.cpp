#include "enterprise/room.hpp"

#include "enterprise/merge.hpp"
#include "enterprise/numbers.hpp"
#include "enterprise/operations.hpp"
#include "enterprise/pages_room.hpp"

namespace rtkeren::enterprise {

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const part : {list_routes, form_routes, business_routes, licence_routes, merge_routes})
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
        make<ImportBusinesses>("enterprise.import", "enterprise.import", "Record a list of businesses from a spreadsheet, all or none", import_businesses),
    };
}

std::vector<sheets::Kind const*> imports() { return {&business_sheet()}; }

std::vector<screens::Panel> panels() { return {}; }

std::vector<evidence::Placed> places() { return {}; }

std::vector<screens::NavEntry> navigation()
{
    return {{"enterprise.read", "/umkm", TR_NOOP("UMKM"), "building-store", 60}, {"enterprise.own", "/umkm/saya", TR_NOOP("Usaha saya"), "building-store", 10}};
}

void register_messages()
{
    language::register_messages(number_messages());
    language::register_messages(registry_messages());
}

} // namespace rtkeren::enterprise
