#pragma once

#include "workflow/workflow.hpp"

#include <string>

/// What kinds of things travel through the rooms, in words.
namespace rtkeren::insight {

/// null for a machine that nobody handed in.
[[nodiscard]] workflow::Machine const* machine_of(std::string_view name);
[[nodiscard]] std::string kind_label(std::string_view machine); // "RAB"
[[nodiscard]] std::string state_label(workflow::Item const&); // "Menunggu verifikasi"
[[nodiscard]] std::string item_href(std::string_view machine, std::string_view subject); // "/rab/01H…"; "" when the machine is unknown

} // namespace rtkeren::insight
