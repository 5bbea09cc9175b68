#include "turnover/room.hpp"

#include "identity/identity.hpp"
#include "turnover/operations.hpp"
#include "turnover/pages_room.hpp"
#include "turnover/publishing.hpp"

#include <algorithm>

namespace rtkeren::turnover {
namespace {

/// Part of the page of a business: what one may do about its turnover, never a figure.
Result<html::Safe> business_part(Services& services, db::ReadTx& tx, Actor const* actor, std::string_view subject)
{
    auto const id = enterprise::BusinessId::parse(subject);
    if (actor == nullptr || !id.ok())
        return html::Safe {};
    auto const business = TRY(enterprise::find_business(tx, services.city, *id));
    auto const is_seen = TRY(may_see(tx, *actor, business, services.today()));
    auto const is_own = enterprise::owns(*actor, business);
    BusinessPanel panel;
    if (is_own)
        panel.links.push_back({"/omzet/saya?usaha=" + id->str(), tr("Buku kas"), false});
    if (is_seen)
        panel.links.push_back({figures_href(business.id), tr("Lihat omzet"), false});
    if (!business.survivor && (is_own || may(*actor, "turnover.record", business.region)))
        panel.links.push_back({figures_href(business.id) + "/catat", tr("Catat omzet"), false});
    if (is_own)
        panel.links.push_back({figures_href(business.id) + "/izin", tr("Siapa boleh melihat"), false});
    panel.note = is_own ? tr("Hanya Anda dan petugas yang Anda izinkan.") : is_seen ? tr("Dengan izin pemilik. Pemilik tahu kapan Anda melihatnya.") : tr("Omzet usaha ini hanya terlihat pemiliknya dan yang ia izinkan.");
    return html::part(panel);
}

/// Month by month, each a commit of its own.
Result<boost::json::object> publish_at_night(Services& services, jobs::Job const&, jobs::Progress& progress)
{
    static auto const all = operations();
    auto const operation = std::ranges::find(all, "turnover.publish", &operations::Operation::name);
    auto const actor = identity::system_actor(services.city, {"turnover.import"});
    return jobs::run_while_due(services, actor, *operation, progress);
}

} // namespace

std::vector<http::Route> routes(Services& services)
{
    std::vector<http::Route> all;
    for (auto const part : {group_routes, book_routes, list_routes, record_routes, figures_routes, consent_routes})
        for (auto& route : part(services))
            all.push_back(std::move(route));
    return all;
}

std::vector<operations::Operation> operations()
{
    using operations::make;
    return {
        make<RecordTurnover>("turnover.record", "", "Record what a business sold in a period", record_turnover),
        make<CorrectRecord>("turnover.correct", "", "Replace a record of turnover by another", correct_record),
        make<WithdrawRecord>("turnover.withdraw", "", "Withdraw a record of turnover", withdraw_record),
        make<AddSale>("turnover.add_sale", "turnover.own", "Write a sale into one's own cash book", add_sale),
        make<AddCost>("turnover.add_cost", "turnover.own", "Write a cost into one's own cash book", add_cost),
        make<VoidEntry>("turnover.void_entry", "turnover.own", "Strike a line out of one's own cash book", void_entry),
        make<CloseDay>("turnover.close_day", "turnover.own", "Close a day of one's own cash book: it becomes records, once", close_day),
        make<GiveConsent>("turnover.give_consent", "turnover.own", "Let an officer see one's turnover until a day", give_consent),
        make<WithdrawConsent>("turnover.withdraw_consent", "turnover.own", "Withdraw what one allowed an officer", withdraw_consent),
        make<PublishGroups>("turnover.publish", "turnover.import", "Publish figures of groups of a month that is due", publish_due),
        make<ImportRecords>("turnover.import", "turnover.import", "Record turnover from a spreadsheet, all or none", import_records),
    };
}

std::vector<workflow::Machine> machines() { return {}; }

std::vector<screens::NavEntry> navigation()
{
    return {{"turnover.own", "/omzet/saya", TR_NOOP("Buku kas saya"), "book", 11}, {"turnover.groups", "/omzet", TR_NOOP("Omzet"), "chart-bar", 62, screens::NavPart::Market},
        {"turnover.record", "/omzet/catatan", TR_NOOP("Catatan omzet"), "notebook", 63, screens::NavPart::Market}};
}

std::vector<screens::Panel> panels() { return {{"business", 20, business_part}}; }

jobs::Work night_work()
{
    constexpr int publishing_hour = 1;
    return {.handlers = {{"turnover.publish", publish_at_night}}, .schedules = {{"nightly_turnover", publishing_hour, "turnover.publish"}}};
}

/// A statement or a page of a cash book is as private as the figure on it: this room's own page shows it.
std::vector<evidence::Placed> places() { return {{.subject_kind = "turnover", .find = {}, .is_private = true}}; }

std::vector<sheets::Kind const*> imports() { return {&turnover_sheet()}; }

} // namespace rtkeren::turnover
