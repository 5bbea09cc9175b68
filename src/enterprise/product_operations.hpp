#pragma once

#include "enterprise/product_store.hpp"

/// The operations of products: what the room declares, one function each.
namespace rtkeren::enterprise {

[[nodiscard]] Result<operations::Answer> record_product(db::WriteTx&, operations::Context&, RecordProduct const&);
[[nodiscard]] Result<operations::Answer> change_product(db::WriteTx&, operations::Context&, ChangeProduct const&);
[[nodiscard]] Result<operations::Answer> stop_product(db::WriteTx&, operations::Context&, StopProduct const&);
[[nodiscard]] Result<operations::Answer> resume_product(db::WriteTx&, operations::Context&, ResumeProduct const&);
[[nodiscard]] Result<operations::Answer> add_photos(db::WriteTx&, operations::Context&, AddPhotos const&);
[[nodiscard]] Result<operations::Answer> remove_photo(db::WriteTx&, operations::Context&, OnePhoto const&);
[[nodiscard]] Result<operations::Answer> put_photo_first(db::WriteTx&, operations::Context&, OnePhoto const&);
[[nodiscard]] Result<operations::Answer> cover_products(db::WriteTx&, operations::Context&, CoverProducts const&);
[[nodiscard]] Result<operations::Answer> apply_for_paper(db::WriteTx&, operations::Context&, ApplyForPaper const&);
[[nodiscard]] Result<operations::Answer> end_application(db::WriteTx&, operations::Context&, EndApplication const&);
[[nodiscard]] Result<operations::Answer> give_consent(db::WriteTx&, operations::Context&, GiveConsent const&);
[[nodiscard]] Result<operations::Answer> withdraw_consent(db::WriteTx&, operations::Context&, WithdrawConsent const&);

/// A paper's number was recorded: what was asked for is answered, and the paper is that product's.
[[nodiscard]] Result<void> settle_applications(db::WriteTx&, operations::Context&, BusinessId, std::string_view kind, LicenceId, std::optional<ProductId> const&);

} // namespace rtkeren::enterprise
