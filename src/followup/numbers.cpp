#include "followup/numbers.hpp"

#include "rules/rules.hpp"

#include <algorithm>

namespace rtkeren::followup {

Result<Numbers> numbers_of(db::ReadTx& tx, CityId city, int year)
{
    Numbers numbers;
    auto const pack = rules::released(tx, city, year);
    if (!pack.ok())
        return pack.error().code == "rules.no_pack" ? Result<Numbers>(numbers) : Result<Numbers>(pack.error());
    auto const number = [&](std::string_view key, std::int64_t& value) { value = (*pack)->number(key, value); };
    for (std::size_t i = 0; i < numbers.days.size(); ++i)
        number("followup_days_" + std::to_string(i + 1), numbers.days.at(i));
    std::ranges::sort(numbers.days);
    number("followup_early_days", numbers.early_days);
    number("followup_open_days", numbers.open_days);
    number("followup_retry_days", numbers.retry_days);
    number("followup_tries", numbers.tries);
    number("survey_sample", numbers.survey_sample);
    number("survey_tries", numbers.survey_tries);
    return numbers;
}

} // namespace rtkeren::followup
