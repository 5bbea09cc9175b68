#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rtkeren {

/// Few kinds decide HTTP status and exit code; the code says which rule refused.
enum class ErrorKind : std::uint8_t {
    Invalid,     // 422, exit 2: what was sent is wrong; FieldError says where
    NotFound,    // 404, exit 3
    Forbidden,   // 403, exit 4
    Conflict,    // 409, exit 5: somebody was faster, or the state does not allow it
    Retry,       // 503, exit 6: the same request may succeed in a moment
    Unavailable, // 503, exit 7: disk, database, network
    Internal,    // 500, exit 1: our bug
};

/// Named values for the wording of a message ("{left}" -> "Rp4.200.000"), already formatted or raw rupiah digits.
using Arguments = std::vector<std::pair<std::string, std::string>>;

/// One refused field of a form, JSON body or import row.
struct FieldError {
    std::string name;  // the field's key, "lines.2.amount" inside a list
    std::string code;  // "rupiah.format"; worded by the catalogue
    std::string value; // what was sent, shortened to 200 bytes; never a secret
    Arguments arguments {};

    bool operator==(FieldError const&) const = default;
};

enum class Severity : std::uint8_t { Info, Warn, Block };

/// The lawful way out of a refusal: an operation with its input, offered as one button.
struct Fix {
    std::string operation; // "planning.move_lines"
    Arguments input;

    bool operator==(Fix const&) const = default;
};

/// What a rule said about the facts: worded when shown, stored as code and numbers.
struct Verdict {
    std::string code; // "rab.umkm_share"; the key of its text
    Severity severity {Severity::Info};
    std::string citation; // as the pack prints it: "Perwali Blitar 6/2022, pasal belum dicatat"
    Arguments numbers {};
    std::optional<Fix> fix {};

    bool operator==(Verdict const&) const = default;
};

/// A refusal or failure. `detail` is for the log and never reaches a page.
struct [[nodiscard]] Error {
    ErrorKind kind {ErrorKind::Internal};
    std::string code;
    std::string detail {};
    std::vector<FieldError> fields {};
    std::vector<Verdict> verdicts {};
    Arguments arguments {};

    static Error invalid(std::string code, std::vector<FieldError> fields = {}) { return {ErrorKind::Invalid, std::move(code), {}, std::move(fields)}; }
    static Error not_found(std::string code) { return {ErrorKind::NotFound, std::move(code)}; }
    static Error forbidden(std::string code) { return {ErrorKind::Forbidden, std::move(code)}; }
    static Error conflict(std::string code, Arguments arguments = {}) { return {ErrorKind::Conflict, std::move(code), {}, {}, {}, std::move(arguments)}; }
    static Error retry(std::string code, std::string detail = {}) { return {ErrorKind::Retry, std::move(code), std::move(detail)}; }
    static Error unavailable(std::string code, std::string detail = {}) { return {ErrorKind::Unavailable, std::move(code), std::move(detail)}; }
    static Error internal(std::string code, std::string detail = {}) { return {ErrorKind::Internal, std::move(code), std::move(detail)}; }
    /// One wrong field; the error's own code is the field's.
    static Error field(std::string name, std::string code, std::string value = {}, Arguments arguments = {})
    {
        auto error = invalid(code);
        error.fields.push_back({std::move(name), std::move(code), std::move(value), std::move(arguments)});
        return error;
    }
    /// A rule's refusal with its arithmetic and way out.
    static Error refused(std::vector<Verdict> verdicts)
    {
        auto error = invalid(verdicts.empty() ? "rule.refused" : verdicts.front().code);
        error.verdicts = std::move(verdicts);
        return error;
    }
};

[[nodiscard]] int exit_code_of(ErrorKind);
[[nodiscard]] int http_status_of(ErrorKind);
[[nodiscard]] std::string_view name_of(ErrorKind);
[[nodiscard]] std::string_view name_of(Severity); // "info", "warn", "block"
[[nodiscard]] std::optional<Severity> severity_of(std::string_view);

} // namespace rtkeren
