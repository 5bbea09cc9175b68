#pragma once

#include <sodium.h>

namespace rtkeren::secrets {

/// Once a process, before any other call; cheap afterwards.
void start_sodium();

} // namespace rtkeren::secrets
