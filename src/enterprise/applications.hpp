#pragma once

#include "enterprise/product_inputs.hpp"
#include "enterprise/standing.hpp"

/// Papers that were asked for, as rooms above reach them: written and ended in the caller's transaction, by whoever the caller has judged may.
namespace rtkeren::enterprise {

struct OpenApplication {
    ApplicationId id;
    std::optional<ProductId> product; // nothing: for the whole business
    std::string step, number;
    Date on;
};
/// The one that is open for a step of a product: its own, or its business's.
[[nodiscard]] Result<std::optional<OpenApplication>> open_application(db::ReadTx&, CityId, ProductId, std::string_view step);

struct NewApplication {
    ProductId product;
    std::string step;
    Date on;
    std::string number {};
    std::optional<Sha256> file {};
};
/// A step that is got for a business is asked for once for all of its products. Field step: enterprise.step_unknown; Conflict enterprise.applied_already {on},
/// enterprise.step_done; field applied_on: enterprise.future.
[[nodiscard]] Result<ApplicationId> write_application(db::WriteTx&, operations::Context&, NewApplication const&);
/// Nothing came of it: refused or withdrawn. enterprise.no_application, Conflict enterprise.application_ended.
[[nodiscard]] Result<void> close_application(db::WriteTx&, operations::Context&, ApplicationId, EndedAs, std::string const& reason);

} // namespace rtkeren::enterprise
