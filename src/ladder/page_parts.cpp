#include "ladder/pages_room.hpp"

#include "enterprise/legality.hpp"
#include "enterprise/numbers.hpp"

namespace rtkeren::ladder {

std::string step_name(std::string_view step) { return is_paper(step) ? enterprise::kind_label(step) : language::word("ladder.step." + std::string(step)); }

std::string whose_name(std::string_view whose) { return language::word("ladder.whose." + std::string(whose)); }

std::string kind_name(std::string_view kind)
{
    auto const* known = enterprise::product_kind(kind);
    return known ? std::string(known->label) : std::string(kind);
}

std::string days_words(std::int64_t days) { return trn("{n} hari", "{n} hari", days); }

std::string date_words(Date day) { return format_date(day, language::current()); }

std::string band_name(std::size_t band)
{
    if (band == band_ends.size())
        return tr("lebih dari {until} hari", {{"until", std::to_string(band_ends.back())}});
    auto const from = band == 0 ? 0 : band_ends.at(band - 1) + 1;
    return tr("{from} sampai {until} hari", {{"from", std::to_string(from)}, {"until", std::to_string(band_ends.at(band))}});
}

std::string process_href(enterprise::ProductId product, std::string_view step) { return "/penghalang/proses/" + product.str() + "/" + std::string(step); }

std::string list_href(std::vector<std::pair<std::string, std::string>> const& filters)
{
    std::string href = "/penghalang/daftar";
    char joint = '?';
    for (auto const& [name, value] : filters) {
        if (value.empty())
            continue;
        href += joint + name + "=" + html::encode_url_part(value);
        joint = '&';
    }
    return href;
}

std::vector<html::Option> options_of(std::vector<tables::Choice> const& choices)
{
    std::vector<html::Option> options;
    for (auto const& choice : choices)
        options.push_back({choice.value, choice.label});
    return options;
}

} // namespace rtkeren::ladder
