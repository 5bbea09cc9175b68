#include "ladder/store.hpp"

#include "ladder/sql.hpp"

#include <algorithm>

namespace rtkeren::ladder {
namespace {

Step step_of(db::Row const& row)
{
    Step step;
    step.id = row.id<StepId>(0);
    step.business = row.id<enterprise::BusinessId>(1);
    step.step = row.text(2);
    step.reached_on = row.date(3);
    step.note = row.text(4);
    step.file = row.text_or(5);
    step.entered_by = row.id<UserId>(6);
    step.entered_person = row.id<PersonId>(7);
    step.entered_by_name = row.text(8);
    step.entered_at = row.instant(9);
    step.result = row.text_or(10);
    step.checked_by_name = row.text(11);
    step.checked_at = row.maybe_instant(12);
    step.checked_where = row.text(13);
    step.check_file = row.text_or(14);
    step.lost_on = row.maybe_date(15);
    step.lost_reason = row.text(16);
    step.lost_by_name = row.text(17);
    step.dropped = !row.is_null(18);
    return step;
}

Word word_of(db::Row const& row, std::size_t first) { return {row.text(first), row.maybe_date(first + 1), row.text(first + 2), row.text(first + 3), row.instant(first + 4)}; }

} // namespace

Result<Step> find_step(db::ReadTx& tx, CityId city, StepId id)
{
    auto const row = TRY(tx.one("ladder.no_step", sql::step, city, id));
    return step_of(row);
}

Result<std::vector<Step>> steps_of(db::ReadTx& tx, CityId city, enterprise::BusinessId business)
{
    std::vector<Step> steps;
    auto const rows = TRY(tx.run(sql::steps_of_business, city, business));
    for (auto const& row : rows)
        steps.push_back(step_of(row));
    return steps;
}

Result<std::vector<Word>> words_of(db::ReadTx& tx, CityId city, enterprise::ApplicationId application)
{
    std::vector<Word> words;
    auto const rows = TRY(tx.run(sql::words_of_application, city, application));
    for (auto const& row : rows)
        words.push_back(word_of(row, 0));
    return words;
}

Result<std::map<std::string, Word>> newest_words(db::ReadTx& tx, CityId city)
{
    std::map<std::string, Word> words;
    auto const rows = TRY(tx.run(sql::newest_words, city));
    for (auto const& row : rows)
        words.emplace(row.text(0), word_of(row, 1));
    return words;
}

bool is_paper(std::string_view step) { return std::ranges::find(paper_order, step) != paper_order.end(); }

std::vector<Dimension> const& dimensions()
{
    static std::vector<Dimension> const all {{"channel", {"rumah", "daring", "bazar", "titip", "toko", "jaringan"}}, {"books", {"catatan", "aplikasi"}}, {"people", {"pekerja", "pekerja_lima"}},
        {"finance", {"rekening", "kredit"}}};
    return all;
}

} // namespace rtkeren::ladder
