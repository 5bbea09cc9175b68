#include "evidence/evidence.hpp"
#include "evidence/readers.hpp"
#include "evidence/room.hpp"
#include "evidence/sql.hpp"
#include "language/language.hpp"
#include "screens/screens.hpp"

#include <algorithm>
#include <array>

namespace rtkeren::evidence {

namespace {

bool is_hash(std::string_view text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Bytes that were sent by others: never run, never sniffed, kept by the browser since a hash never changes its bytes.
Result<http::Response> serve(Services const& services, std::string const& content_type, std::string_view sha256)
{
    http::Response response;
    response.content_type = content_type;
    response.file = services.evidence_folder / path_of(sha256);
    if (!std::filesystem::exists(*response.file))
        return Error::not_found("evidence.bytes_missing");
    response.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.header("Cache-Control", "private, max-age=86400, immutable");
    return response;
}

Result<http::Response> show_file(Services& services, http::Exchange& exchange)
{
    auto const sha256 = exchange.parameter("sha256");
    if (!is_hash(sha256))
        return Error::not_found("evidence.unknown");
    auto const read = [&](db::ReadTx& tx) -> Result<db::Row> {
        auto const is_allowed = TRY(may_read(tx, services, exchange.actor(), sha256));
        if (!is_allowed)
            return Error::not_found("evidence.unknown");
        return tx.one("evidence.unknown", sql::file_by_hash, services.city, sha256);
    };
    return serve(services, TRY(db::read(services.db, read)).text(2), sha256);
}

constexpr std::array messages {
    language::Message {"evidence.too_large", TR_NOOP("Berkas ini terlalu besar; paling besar {limit} MB.")},
    language::Message {"evidence.empty", TR_NOOP("Berkas ini kosong.")},
    language::Message {"evidence.type", TR_NOOP("Isi berkas ini bukan JPEG, PNG, WebP atau PDF.")},
    language::Message {"evidence.unknown", TR_NOOP("Berkas bukti ini tidak dikenal. Unggah lagi berkasnya.")},
    language::Message {"evidence.bytes_missing", TR_NOOP("Catatan berkas ini ada, tetapi isinya tidak ditemukan. Hubungi administrator.")},
    language::Message {"environment.evidence_unwritable", TR_NOOP("Folder bukti tidak bisa ditulis.")},
};

} // namespace

Result<http::Response> serve_file(Services& services, std::string_view sha256)
{
    auto const row = TRY(db::read(services.db, [&](db::ReadTx& tx) { return tx.one("evidence.unknown", sql::file_by_hash, services.city, sha256); }));
    return serve(services, row.text(2), sha256);
}

std::vector<http::Route> routes(Services& services)
{
    return {{http::Method::Get, "/bukti/{sha256}", "insight.read", screens::page(services, show_file), "A file of evidence, as it was sent"}};
}

void register_messages() { language::register_messages(messages); }

} // namespace rtkeren::evidence
