#include "insight/room.hpp"

#include "insight/calendar.hpp"
#include "insight/late.hpp"
#include "insight/place.hpp"
#include "insight/purse.hpp"
#include "insight/search.hpp"
#include "insight/trail.hpp"
#include "insight/unit.hpp"
#include "insight/waiting.hpp"
#include "language/language.hpp"

namespace rtkeren::insight {

std::vector<http::Route> routes(Services& services)
{
    using http::Method;
    using screens::page;
    return {
        {Method::Get, "/menunggu", "signed_in", page(services, show_waiting), "What waits for the signed-in person, by deadline, and what they follow"},
        {Method::Get, "/cari", "signed_in", page(services, show_search), "Places, pokmas, purses, plans and expenses by name, code or number"},
        {Method::Get, "/kota", "insight.read", page(services, show_city), "Money of the city by stage, tile map, late files, per kelurahan"},
        {Method::Get, "/kecamatan/{code}", "insight.read", page(services, show_kecamatan), "Money of a kecamatan by stage"},
        {Method::Get, "/kelurahan/{code}", "insight.read", page(services, show_kelurahan), "Money of a kelurahan by stage, per RT"},
        {Method::Get, "/rw/{kelurahan}/{rw}", "insight.read", page(services, show_rw), "Money of an RW by stage, per RT"},
        {Method::Get, "/rt/{kelurahan}/{rw}/{rt}", "insight.read", page(services, show_unit), "An RT: its purses as flows, its years, what the rooms add"},
        {Method::Get, "/kantong", "insight.read", page(services, show_purses), "Purses of a year with their money by stage"},
        {Method::Get, "/kantong/{id}", "insight.read", page(services, show_purse), "A purse: flow, activities, plan, entries"},
        {Method::Get, "/entri/{id}", "insight.read", page(services, show_entry), "One entry of the books with both sides"},
        {Method::Get, "/terlambat", "insight.read", page(services, show_late), "Files past their deadline: whose move, for how long"},
        {Method::Get, "/kalender", "insight.read", page(services, show_calendar), "Deadlines of the year's pack against what happened"},
        {Method::Get, "/jejak", "audit.read", page(services, show_trail), "The trail: who did what, when, why"},
        {Method::Get, "/pekerjaan", "jobs.read", page(services, show_jobs), "What runs beside the pages: state, tries, last error"},
        {Method::Get, "/pekerjaan/{id}", "jobs.read", page(services, show_job), "One job, with a button to try again"},
    };
}

std::vector<screens::NavEntry> navigation()
{
    return {
        {"signed_in", "/menunggu", TR_NOOP("Menunggu"), "inbox", 5},
        {"insight.read", "/kota", TR_NOOP("Kota"), "building-community", 20},
        {"insight.read", "/kantong", TR_NOOP("Kantong"), "wallet", 21, screens::NavPart::Money},
        {"signed_in", "/cari", TR_NOOP("Cari"), "search", 89},
        {"insight.read", "/terlambat", TR_NOOP("Terlambat"), "alarm", 90, screens::NavPart::Money},
        {"insight.read", "/kalender", TR_NOOP("Kalender"), "calendar-due", 91, screens::NavPart::Money},
        {"audit.read", "/jejak", TR_NOOP("Jejak"), "history", 95, screens::NavPart::Office},
        {"jobs.read", "/pekerjaan", TR_NOOP("Pekerjaan"), "list-check", 96, screens::NavPart::Office},
    };
}

} // namespace rtkeren::insight
