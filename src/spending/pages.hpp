#pragma once

/// What the compiled pages of the room include.
#if __has_include("spending/expense_pages.hpp")
#include "spending/expense_pages.hpp"
#endif
#include "spending/cash_pages.hpp"
