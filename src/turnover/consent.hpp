#pragma once

#include "turnover/inputs.hpp"
#include "turnover/store.hpp"

/// Whom an owner lets see the figures of a business.
namespace rtkeren::turnover {

/// An officer whom the owner may name: who reads the business's registration where it stands.
struct Officer {
    PersonId person;
    std::string name, office; // "Pendamping Plosokerep"
};
[[nodiscard]] Result<std::vector<Officer>> officers_for(db::ReadTx&, CityId, enterprise::Business const&, Date today);

struct Consent {
    ConsentId id;
    PersonId officer;
    std::string officer_name, office;
    Date until;
    Instant given_at;
    std::optional<Instant> withdrawn_at {};
    [[nodiscard]] bool holds(Date today) const { return !withdrawn_at && until >= today; }
};
[[nodiscard]] Result<std::vector<Consent>> consents_of(db::ReadTx&, CityId, enterprise::BusinessId);

struct Reading {
    std::string reader, page;
    Instant at;
};
[[nodiscard]] Result<std::vector<Reading>> readings_of(db::ReadTx&, CityId, enterprise::BusinessId);

} // namespace rtkeren::turnover
