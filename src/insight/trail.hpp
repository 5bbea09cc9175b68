#pragma once

#include "screens/screens.hpp"

/// What the program itself remembers and does: the trail of who did what, and the jobs that run beside the pages.
namespace rtkeren::insight {

[[nodiscard]] Result<http::Response> show_trail(Services&, http::Exchange&);
/// "Belanja disahkan" for "spending.accept"; "" for an operation without words.
[[nodiscard]] std::string deed_label(std::string_view operation);
/// "Belanja disahkan (spending.accept)": in words, and as the export, `do` and the filter name it.
[[nodiscard]] std::string deed_of(std::string const& operation);
[[nodiscard]] Result<http::Response> show_jobs(Services&, http::Exchange&);
[[nodiscard]] Result<http::Response> show_job(Services&, http::Exchange&);

/// The rows of a room's own list as asked: a page, or everything for a file.
template<class List>
Result<tables::Page> rows_of(tables::ListRequest const& request, tables::TableSpec const& spec, std::span<std::string_view const> columns, List const& list)
{
    auto const fetch = [&](db::ListCut const& cut) -> Result<tables::Page> {
        auto rows = TRY(list(cut));
        return tables::page_of(std::move(rows), cut, columns);
    };
    if (request.format == tables::Format::Html || request.format == tables::Format::Json)
        return fetch(tables::cut_of(request, spec));
    auto rows = TRY(tables::collect_all(tables::cut_of(request, spec), fetch));
    return tables::Page {std::move(rows), {}};
}

} // namespace rtkeren::insight
