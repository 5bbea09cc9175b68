#pragma once

#include "training/store.hpp"

/// Certificates: numbered without gaps, found by the code in their QR by anybody.
namespace rtkeren::training {

struct Certificate {
    std::string number, code;
    Instant issued_at;
    std::optional<Instant> withdrawn_at {};
    StoredSeat seat;
    Course course;
};
/// In force or taken back. training.no_certificate_code
[[nodiscard]] Result<Certificate> certificate_by_code(db::ReadTx&, CityId, std::string_view code);

/// "/sertifikat/<code>": what the QR leads to.
[[nodiscard]] std::string verify_href(std::string_view code);
/// A4, landscape, with the QR; `site` is "https://host" of this server. training.no_certificate where the seat has none in force.
[[nodiscard]] Result<std::string> certificate_pdf(db::ReadTx&, Services const&, SeatId, std::string const& site);

} // namespace rtkeren::training
