#include "training/pages_room.hpp"

#include "documents/bars.hpp"
#include "documents/document.hpp"
#include "identity/persons.hpp"

namespace rtkeren::training {
namespace {

constexpr double poster_code_mm = 45;

/// To be hung up: what, when, where, for whom, how to apply. Nobody's name is on it.
Result<std::string> poster_pdf(db::ReadTx& tx, Services& services, Course const& course, std::string const& site)
{
    language::Use const use(Language::Indonesian);
    auto const day = [](Date on) { return format_date_full(on, Language::Indonesian); };
    auto const taught = TRY(topic(tx, services.city, course.topic));
    documents::Document document({.title = course.title, .created = services.now(), .letterhead = documents::Letterhead {{services.city_name, tr("Pelatihan untuk warga")}, {}}, .footer = course.title,
        .author = services.city_name});
    document.heading(1, course.title);
    document.paragraph(tr("Tidak dipungut biaya. {quota} peserta.", {{"quota", std::to_string(course.quota)}}));
    document.facts({{tr("Mendaftar"), tr("{from} sampai {until}", {{"from", day(course.call_from)}, {"until", day(course.call_until)}})}, {tr("Tempat"), course.venue},
        {tr("Wilayah"), TRY(enterprise::place_words(tx, services.city, course.unit_code))}, {tr("Untuk siapa"), course.target.empty() ? tr("Semua warga") : course.target}});
    document.heading(2, tr("Pertemuan"));
    documents::PaperTable table {.columns = {{.label = tr("Hari"), .width = 3}, {.label = tr("Jam"), .width = 2}, {.label = tr("Bahasan"), .width = 4}}, .rows = {}, .totals = {}, .font_size = 11};
    for (auto const& session : TRY(sessions_of(tx, services.city, course.id)))
        if (!session.cancelled)
            table.rows.push_back({{day(session.on), Clock::of(session.begins).str() + "–" + Clock::of(session.ends).str(), session.subject}});
    document.table(std::move(table));
    document.heading(2, tr("Yang dipelajari"));
    for (auto const& line : curriculum_lines(taught.curriculum))
        document.paragraph("• " + line);
    auto const path = path_in(course.legality);
    if (path.needs_bpom())
        document.small(tr("Sebelum hasilnya dijual ke luar lingkungan perlu izin BPOM; P-IRT tidak dapat diberikan untuk produk ini."));
    auto const href = site + href_of(course.id);
    document.bars(TRY(documents::qr(href)), poster_code_mm, tr("Mendaftar: {href}", {{"href", href}}));
    return document.render();
}

/// For the folder of the group and the wall of the hall: names with room for a signature, numbers masked.
Result<std::string> participants_pdf(db::ReadTx& tx, Services& services, Course const& course)
{
    language::Use const use(Language::Indonesian);
    auto const day = [](Date on) { return format_date(on, Language::Indonesian); };
    documents::Document document({.title = tr("Daftar peserta {title}", {{"title", course.title}}), .created = services.now(), .letterhead = documents::Letterhead {{services.city_name}, {}},
        .footer = course.title, .author = services.city_name});
    document.heading(1, tr("Daftar peserta"));
    document.facts({{tr("Pelatihan"), course.title}, {tr("Topik"), course.topic_name}, {tr("Tanggal"), tr("{from} sampai {until}", {{"from", day(course.starts_on)}, {"until", day(course.ends_on)}})},
        {tr("Tempat"), course.venue}});
    documents::PaperTable table {.columns = {{.label = tr("No."), .width = 0.6, .align = documents::Align::End}, {.label = tr("Nama"), .width = 3}, {.label = tr("Tempat tinggal"), .width = 3},
                                     {.label = tr("Keadaan"), .width = 1.6}, {.label = tr("Tanda tangan"), .width = 2.4}},
        .rows = {}};
    std::int64_t number = 0;
    for (auto const* state : {"selected", "finished", "waiting"})
        for (auto const& seat : TRY(seats_of(tx, services.city, course.id)))
            if (seat.state == state)
                table.rows.push_back({{std::to_string(++number), seat.name, TRY(enterprise::place_words(tx, services.city, seat.region)), word_of("seat", seat.state), ""}});
    document.table(std::move(table));
    document.signatures({{.above = {}, .office = tr("Fasilitator"), .name = course.facilitator_name}, {.above = {}, .office = tr("Ketua pokmas"), .name = {}, .stamp = true}});
    return document.render();
}

Result<http::Response> get_poster(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<std::string> {
        auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        return poster_pdf(tx, services, course, site_of(exchange.request));
    };
    auto pdf = TRY(db::read(services.db, read));
    return http::Response::download(std::move(pdf), "application/pdf", "poster-pelatihan.pdf");
}

Result<http::Response> get_participants(Services& services, http::Exchange& exchange)
{
    auto const read = [&](db::ReadTx& tx) -> Result<std::string> {
        auto const course = TRY(readable_course(tx, exchange.actor(), services.city, exchange.parameter("id")));
        return participants_pdf(tx, services, course);
    };
    auto pdf = TRY(db::read(services.db, read));
    return http::Response::download(std::move(pdf), "application/pdf", "peserta-pelatihan.pdf");
}

} // namespace

std::vector<http::Route> paper_routes(Services& services)
{
    using enum http::Method;
    return {{Get, "/pelatihan/{id}/poster.pdf", "signed_in", screens::page(services, get_poster), "The call of a course to be hung up"},
        {Get, "/pelatihan/{id}/peserta.pdf", "signed_in", screens::page(services, get_participants), "The participants of a course on paper"}};
}

} // namespace rtkeren::training
