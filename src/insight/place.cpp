#include "insight/place.hpp"

#include "insight/kinds.hpp"
#include "language/language.hpp"

namespace rtkeren::insight {
namespace {

using territory::Level;

std::vector<EnvelopeBar> bars_of(PlaceData const& data, Total const& total)
{
    std::vector<EnvelopeBar> bars;
    for (auto const& [envelope, figures] : total.envelopes) {
        auto const words = envelope_words(data.pack.get(), envelope);
        auto const stages = figures.stages("#h-wilayah");
        bars.push_back({words.label, words.sign, figures.ceiling(), charts::stage_bar(stages, words.label), charts::stage_legend(stages)});
    }
    return bars;
}

std::vector<Choice> measures_of(PlaceData const& data, Measure measure)
{
    auto const href = with_year(data.path, data.year);
    return {{href, tr("Tahap uang"), measure == Measure::Stage}, {href + "&ukur=diam", tr("Hari diam"), measure == Measure::Idle}};
}

std::string map_note(PlaceData const& data, Measure measure)
{
    auto note = tr("Satu petak satu RT, diwarnai menurut tahap tempat sebagian besar uangnya berdiri.");
    if (data.level == Level::Kota)
        note += " " + tr("Letak kelurahan kira-kira seperti di peta, utara di atas.");
    return note + " "
        + (measure == Measure::Stage ? tr("Macet: ada berkas yang lewat tenggat.") : tr("Macet: ada berkas yang 14 hari tidak bergerak."));
}

} // namespace

PlacePage present_place(PlaceData const& data, Measure measure, Zone zone)
{
    PlacePage page;
    auto const total = total_of(data.purses);
    page.title = tr("{place}, tahun {year}", {{"place", data.title}, {"year", std::to_string(data.year)}});
    page.facts = tr("{units} RT, {money}.", {{"units", format_number(total.units)}, {"money", format_rupiah_short(total.figures.ceiling())}});
    page.years = data.years;
    page.calendar = data.calendar;
    page.calendar_href = with_year("/kalender", data.year);
    page.bars = bars_of(data, total);
    page.map_title = tr("{n} RT", {{"n", format_number(total.units)}});
    page.map_note = map_note(data, measure);
    page.measures = measures_of(data, measure);
    page.map = map_of(data, measure, zone);
    for (auto const& item : data.late)
        page.late.push_back(late_line(item, data.names, data.today));
    page.late_href = "/terlambat";
    if (data.level == Level::Kelurahan)
        page.late_href += "?kelurahan=" + data.code;
    page.late_words = tr("Semua {n}", {{"n", format_number(data.late_count)}});
    page.table_title = data.level == Level::Kota || data.level == Level::Kecamatan ? tr("Per kelurahan") : tr("Per RT");
    return page;
}

} // namespace rtkeren::insight
