#pragma once

#include "base/result.hpp"

#include <memory>
#include <string>
#include <vector>

/// What SQLite offers by itself for finding names: a scan with LIKE, and its text index FTS5.
namespace rtkeren::bench {

class BareSearch {
public:
    /// `persons` is the program's database; the text index is made beside it at `index`.
    static Result<std::unique_ptr<BareSearch>> make(std::string const& persons, std::string const& index);
    virtual ~BareSearch() = default;
    /// Seconds for the first ten names that have each word somewhere, by name.
    [[nodiscard]] virtual Result<double> scan(std::vector<std::string> const& words) = 0;
    /// Seconds for the first ten that the text index finds by the beginnings of the words, in no order.
    [[nodiscard]] virtual Result<double> by_index(std::vector<std::string> const& words) = 0;
    /// How long the index took to make.
    [[nodiscard]] virtual double seconds_to_make() const = 0;
};

} // namespace rtkeren::bench
