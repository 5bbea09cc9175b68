#pragma once

#include "http/http.hpp"
#include "operations/operations.hpp"

#include <string>
#include <vector>

/// Files as they were sent, by SHA-256; photos with what they say of themselves; one file used twice is found.
/// A file is on disk (temporary name, fsync, rename) before the row that names it; orphans are swept after seven days.
namespace rtkeren::evidence {

struct Stored {
    std::string sha256;
    std::uint64_t size {0};
    std::string content_type; // by its content, never by its name
    bool known_before {false};
};
/// Takes an upload before the write transaction. evidence.too_large (10 MB), evidence.empty, evidence.type (JPEG, PNG, WebP, PDF only; by content), evidence.scripted_pdf.
[[nodiscard]] Result<Stored> store(Services&, http::Upload const&);
[[nodiscard]] Result<Stored> store_bytes(Services&, std::string_view bytes);

/// What is attached to what.
struct Link {
    std::string subject_kind, subject; // "expense", id
    std::string paper; // "nota", "kuitansi", "foto_barang", "bast", ...
    std::string sha256;
    std::string content_type;
    Instant added_at;
    std::string note;
};
/// Names the file in the database and ties it to its subject. evidence.unknown when the file was never stored;
/// a file that already proves another subject is kept and told in the answer (`reused_for`).
struct Attached { std::vector<Link> reused_for; };
[[nodiscard]] Result<Attached> attach(db::WriteTx&, operations::Context&, Stored const&, Link const&);
[[nodiscard]] Result<std::vector<Link>> links(db::ReadTx&, CityId, std::string_view subject_kind, std::string_view subject);
/// "/bukti/<sha256>" and "/bukti/<sha256>/kecil"; who may see it is decided by the subject's room.
[[nodiscard]] std::string href(std::string_view sha256);
[[nodiscard]] std::string thumbnail_href(std::string_view sha256);

} // namespace rtkeren::evidence
