#include "fuzz/fuzz.hpp"

#include "documents/workbook.hpp"

/// Spreadsheets of strangers: whatever the bytes are, they are read within the limits or refused.
extern "C" int LLVMFuzzerTestOneInput(unsigned char const* data, std::size_t size)
{
    using namespace rtkeren::documents;
    WorkbookLimits const small {.file_bytes = 1'000'000, .unpacked_bytes = 4'000'000, .rows = 1000, .columns = 64};
    auto const book = read_workbook_bytes(rtkeren::fuzz::text_of(data, size), small);
    if (!book.ok())
        return 0;
    std::vector<Wanted> const wanted {{"rt", {"RT", "Nama RT"}}, {"amount", {"Jumlah", "Nilai (Rp)"}, false}};
    (void)find_table(*book, wanted);
    return 0;
}
