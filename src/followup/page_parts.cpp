#include "followup/pages_room.hpp"

#include "evidence/evidence.hpp"
#include "territory/territory.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::followup {
namespace {

std::string name_of_sale(std::size_t index, std::string_view part) { return "sales." + std::to_string(index) + "." + std::string(part); }

ChannelLine channel_line(html::FormState const& form, std::size_t index, std::string_view channel)
{
    ChannelLine line;
    line.value = channel;
    line.label = enterprise::choice_label("channel", channel);
    line.channel_name = name_of_sale(index, "channel");
    line.sells_name = name_of_sale(index, "sells");
    line.amount_name = name_of_sale(index, "amount");
    line.amount = form.value(line.amount_name);
    line.sells = form.is_chosen(line.sells_name, "true");
    return line;
}

std::string channels_words(Answer const& answer, bool shows_amounts)
{
    std::string text;
    for (auto const& sale : answer.sales) {
        text += (text.empty() ? "" : ", ") + enterprise::choice_label("channel", sale.channel);
        if (shows_amounts && sale.amount)
            text += " " + format_rupiah(*sale.amount);
    }
    return text;
}

std::string obstacles_words(Answer const& answer)
{
    std::string text;
    for (auto const& code : answer.obstacles)
        text += (text.empty() ? "" : ", ") + words_of("obstacle", code);
    return answer.obstacle_note.empty() ? text : text + (text.empty() ? "" : ": ") + answer.obstacle_note;
}

void add_fact(AnswerCard& card, std::string label, std::string text)
{
    if (!text.empty())
        card.facts.push_back({std::move(label), std::move(text)});
}

AnswerCard card_of(Services const& services, Actor const& actor, Answer const& answer)
{
    auto const is_own = answer.entered_person == actor.person;
    auto const has_amount = !answer.method.empty();
    AnswerCard card;
    card.id = answer.id.str();
    card.producing = words_of("producing", answer.producing);
    card.tone = answer.producing == "yes" ? "ok" : answer.producing == "paused" ? "warn" : "no";
    card.day = tr("Ditanya {on:date} {way}, dicatat {at}",
        {{"on", answer.on.iso()}, {"way", words_of("by", answer.way)}, {"at", enterprise::moment(services, answer.entered_at)}});
    card.who = answer.entered_by_name;
    card.reason = answer.reason;
    card.replaced = answer.replaced_by.has_value();
    add_fact(card, tr("Dijual lewat"), channels_words(answer, is_own));
    if (has_amount)
        add_fact(card, tr("Omzet"),
            is_own ? tr("{from:date} sampai {to:date}, {method}",
                         {{"from", answer.sold_from->iso()}, {"to", answer.sold_to->iso()}, {"method", enterprise::choice_label("method", answer.method)}})
                   : tr("tercatat; hanya pemilik dan pencatat yang melihat angkanya"));
    add_fact(card, tr("Yang bekerja"), answer.workers ? format_number(*answer.workers) : std::string {});
    add_fact(card, tr("Yang menghambat"), obstacles_words(answer));
    add_fact(card, tr("Dijanjikan"), answer.next_step + (answer.next_on ? " (" + day_words(*answer.next_on) + ")" : std::string {}));
    add_fact(card, tr("Catatan"), answer.note);
    auto const is_private = answer.method == "cash_book" || answer.method == "qris_statement";
    if (!answer.photo.empty() && (is_own || !is_private))
        card.photo_href = evidence::href(answer.photo);
    return card;
}

} // namespace

std::string words_of(std::string_view kind, std::string_view name) { return name.empty() ? std::string {} : language::word("followup." + std::string(kind) + "." + std::string(name)); }

std::string day_words(Date day) { return format_date(day, language::current()); }

Result<std::string> place_name(db::ReadTx& tx, CityId city, std::string_view code)
{
    return covers_place(code, "") ? TRY(territory::city(tx, city)).name : enterprise::place_words(tx, city, code);
}

std::string_view tone_of_state(std::string_view state)
{
    if (state == "done" || state == "answered" || state == "closed")
        return "ok";
    if (state == "again" || state == "expired" || state == "not_reached" || state == "unreachable")
        return "warn";
    return state == "refused" || state == "cancelled" ? "no" : "info";
}

std::string state_words(workflow::Machine const& machine, std::string_view name)
{
    auto const* state = machine.state(name);
    return state == nullptr ? tr("Belum waktunya") : tr(state->label);
}

std::string days_words(Date today, std::optional<std::string> const& month)
{
    auto const last_month = days_of(Told::RecallMonth, today, month);
    auto words = tr("Penjualan sebulan: {from:date} sampai {to:date}.", {{"from", last_month.from.iso()}, {"to", last_month.to.iso()}});
    if (!month) {
        auto const week = days_of(Told::RecallWeek, today, month);
        words += " " + tr("Seminggu: {from:date} sampai {to:date}.", {{"from", week.from.iso()}, {"to", week.to.iso()}});
    }
    return words + " " + tr("0 bila tidak ada penjualan; kosong bila tidak tahu.");
}

AskPart ask_part(html::FormState const& form, std::vector<enterprise::Business> const& businesses, Date today, std::optional<std::string> const& month)
{
    AskPart ask;
    ask.ways = options_of<Way>("way");
    ask.producing = options_of<Producing>("producing");
    ask.told = options_of<Told>("told");
    if (month)
        std::erase_if(ask.told, [](html::Option const& option) { return option.value == "recall_week"; });
    ask.obstacles = options_of<Obstacle>("obstacle");
    ask.has_business = !businesses.empty();
    if (businesses.size() > 1)
        for (auto const& business : businesses)
            ask.businesses.push_back({business.id.str(), business.name + ", " + business.activity});
    std::size_t index = 0;
    for (auto const& [value, name] : operations::Choices<enterprise::Channel>::values)
        ask.channels.push_back(channel_line(form, index++, name));
    ask.month_words = days_words(today, month);
    ask.file = form.value("file");
    ask.opens_rest = std::ranges::any_of(std::array {"file", "next_step", "next_on", "on", "note"}, [&](auto const* name) { return !form.value(name).empty() || !form.error(name).empty(); });
    return ask;
}

void begin(html::FormState& form, bool is_phoned)
{
    form.set("way", is_phoned ? "phone" : "visit");
    form.set("told", "recall_month"); // the weakest: a stronger one is said by whoever saw the paper
}

void prefill(html::FormState& form, Answer const& answer, bool with_amounts)
{
    form.set("producing", answer.producing);
    if (with_amounts)
        form.set("way", answer.way);
    if (answer.business)
        form.set("business", answer.business->str());
    if (answer.workers)
        form.set("workers", std::to_string(*answer.workers));
    form.set("obstacle_note", answer.obstacle_note);
    for (auto const& code : answer.obstacles)
        form.values.emplace_back("obstacles", code);
    std::size_t index = 0;
    for (auto const& [value, name] : operations::Choices<enterprise::Channel>::values) {
        auto const at = index++;
        auto const sale = std::ranges::find(answer.sales, name, &Sale::channel);
        if (sale == answer.sales.end())
            continue;
        form.set(name_of_sale(at, "sells"), "true");
        if (with_amounts && sale->amount)
            form.set(name_of_sale(at, "amount"), format_number(sale->amount->value()));
    }
    if (!with_amounts)
        return;
    if (!answer.method.empty())
        form.set("told", answer.method);
    form.set("on", answer.on.iso());
    form.set("next_step", answer.next_step);
    form.set("next_on", answer.next_on ? answer.next_on->iso() : std::string {});
    form.set("note", answer.note);
    form.set("file", answer.photo);
}

std::vector<AnswerCard> answer_cards(Services const& services, Actor const& actor, std::vector<Answer> const& answers)
{
    std::vector<AnswerCard> cards;
    for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer)
        cards.push_back(card_of(services, actor, *answer));
    return cards;
}

std::vector<TryLine> try_lines(std::vector<Try> const& tries)
{
    std::vector<TryLine> lines;
    for (auto each = tries.rbegin(); each != tries.rend(); ++each)
        lines.push_back({day_words(each->on), words_of("missed", each->result) + ", " + words_of("by", each->way), each->by, each->note});
    return lines;
}

} // namespace rtkeren::followup
