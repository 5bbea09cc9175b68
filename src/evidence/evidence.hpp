#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"

#include <string>
#include <vector>

/// Files as they were sent, by the SHA-256 of their bytes, and what each of them proves. One file used twice is found.
///
///     auto stored = TRY(evidence::store(services, actor, *request.upload("nota")));   // before the operation: disk, then its row
///     TRY(evidence::attach(tx, context, {.subject_kind = "expense", .subject = id, .paper = "nota", .sha256 = stored.sha256}));
///
/// Bytes are on disk (temporary name, fsync, rename) before the row that names them. Files that prove nothing are swept after seven days.
namespace rtkeren::evidence {

inline constexpr std::uint64_t size_limit = 10 * 1024 * 1024;

struct Stored {
    std::string sha256;
    std::uint64_t size {0};
    std::string content_type; // by its content, never by its name
    bool known_before {false};
};
/// What the device says of a photo: shown as a claim.
struct Claims {
    std::optional<Instant> taken_at {};
    std::optional<std::int64_t> latitude_e6 {}, longitude_e6 {};
};
/// evidence.too_large, evidence.empty, evidence.type (JPEG, PNG, WebP and PDF only), environment.evidence_unwritable.
[[nodiscard]] Result<Stored> store(Services&, Actor const&, http::Upload const&, Claims const& = {});
[[nodiscard]] Result<Stored> store_bytes(Services&, Actor const&, std::string_view bytes, Claims const& = {});
/// The same inside a transaction that is open already, for bytes that lie in the folder: the example city, imports.
[[nodiscard]] Result<Stored> put_bytes(Services const&, std::string_view bytes);
[[nodiscard]] Result<void> name_file(db::WriteTx&, operations::Context&, Stored const&, Claims const& = {});

/// "image/jpeg", "image/png", "image/webp", "application/pdf", or "" for anything else.
[[nodiscard]] std::string_view sniff(std::string_view first_bytes);

/// What is attached to what.
struct Link {
    std::string subject_kind, subject; // "expense", id
    std::string paper; // "nota", "kuitansi", "foto_barang", "bast", ...
    std::string sha256;
    std::string note {};
    std::string content_type {}; // read only
    Instant added_at {}; // read only
};
/// What else this file proves already: worth a look, no refusal.
struct Attached {
    std::vector<Link> reused_for;
};
/// evidence.unknown when no such file was stored.
[[nodiscard]] Result<Attached> attach(db::WriteTx&, operations::Context&, Link const&);
[[nodiscard]] Result<std::vector<Link>> links(db::ReadTx&, CityId, std::string_view subject_kind, std::string_view subject);

/// "/bukti/<sha256>"; insiders with a session only.
[[nodiscard]] std::string href(std::string_view sha256);
/// The bytes, for a page of a room above that has judged itself who may see them. evidence.unknown, evidence.bytes_missing
[[nodiscard]] Result<http::Response> serve_file(Services&, std::string_view sha256);
/// The file's place below the evidence folder: "ab/cd/abcd…".
[[nodiscard]] std::filesystem::path path_of(std::string_view sha256);

/// Stores every upload of a form and answers (form field, stored), with claims from the camera's hidden fields "<field>.N.taken_at", ".lat", ".lon".
struct FormFile {
    std::string field;
    Stored stored;
};
[[nodiscard]] Result<std::vector<FormFile>> store_uploads(Services&, Actor const&, http::Request const&);

} // namespace rtkeren::evidence
