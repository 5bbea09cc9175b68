#pragma once

#include "base/result.hpp"
#include "documents/workbook.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace rtkeren::documents {

/// A ZIP in memory, read within limits: number of entries, bytes unpacked in all, ratio of one entry.
class Archive {
public:
    /// `bytes` must outlive the archive. document.not_a_workbook, document.workbook_limit
    static Result<Archive> open(std::string_view bytes, WorkbookLimits const&);

    [[nodiscard]] bool has(std::string const& name) const;
    /// The unpacked bytes; document.not_a_workbook when absent or damaged, document.workbook_limit.
    Result<std::string> read(std::string const& name);

private:
    struct Closer {
        void operator()(zip*) const;
    };
    Archive(std::unique_ptr<zip, Closer> archive, WorkbookLimits const& limits) : m_archive(std::move(archive)), m_limits(limits) { }
    std::unique_ptr<zip, Closer> m_archive;
    WorkbookLimits m_limits;
    std::uint64_t m_unpacked {0};
};

[[nodiscard]] Error limit_error(std::string which);
[[nodiscard]] Error not_a_workbook(std::string why);

} // namespace rtkeren::documents
