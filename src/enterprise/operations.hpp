#pragma once

#include "enterprise/store.hpp"

/// The registry's operations: what the room declares, one function each.
namespace rtkeren::enterprise {

[[nodiscard]] Result<operations::Answer> register_business(db::WriteTx&, operations::Context&, Register const&);
[[nodiscard]] Result<operations::Answer> register_for(db::WriteTx&, operations::Context&, RegisterFor const&);
[[nodiscard]] Result<operations::Answer> change_business(db::WriteTx&, operations::Context&, ChangeBusiness const&);
[[nodiscard]] Result<operations::Answer> change_owner(db::WriteTx&, operations::Context&, ChangeOwner const&);
[[nodiscard]] Result<operations::Answer> close_business(db::WriteTx&, operations::Context&, CloseBusiness const&);
[[nodiscard]] Result<operations::Answer> reopen_business(db::WriteTx&, operations::Context&, ReopenBusiness const&);
[[nodiscard]] Result<operations::Answer> confirm_business(db::WriteTx&, operations::Context&, ConfirmBusiness const&);
[[nodiscard]] Result<operations::Answer> add_licence(db::WriteTx&, operations::Context&, AddLicence const&);
[[nodiscard]] Result<operations::Answer> check_licence(db::WriteTx&, operations::Context&, CheckLicence const&);
[[nodiscard]] Result<operations::Answer> retire_licence(db::WriteTx&, operations::Context&, RetireLicence const&);

/// What finds and names a stored business, as a form would send it.
[[nodiscard]] Result<BusinessPart> part_of(Business const&);

/// The choice of a stored name.
template<class Enum>
std::optional<Enum> choice_of(std::string_view text)
{
    for (auto const& [value, name] : operations::Choices<Enum>::values)
        if (name == text)
            return value;
    return std::nullopt;
}

} // namespace rtkeren::enterprise
