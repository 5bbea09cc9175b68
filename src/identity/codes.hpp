#pragma once

#include "secrets/codes.hpp"

namespace rtkeren::identity {

/// "7K3F-9QXB-2MTD": sixty bits that only the keys make of a slip's id.
[[nodiscard]] std::string code_of_slip(secrets::Keys const&, Ulid const& slip);
using secrets::normal_code;
/// What the table holds of a code.
[[nodiscard]] std::string hash_of_code(secrets::Keys const&, std::string_view normal);

/// At least eight characters, none of the commonest, no name of one's own. identity.password_short, identity.password_common; on the field "password".
[[nodiscard]] Result<void> check_new_password(std::string_view password, std::string_view login, std::string_view name);

} // namespace rtkeren::identity
