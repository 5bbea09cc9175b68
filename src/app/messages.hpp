#pragma once

namespace rtkeren::app {

/// Sentences of the program itself: configuration, command line, server.
void register_own_messages();

} // namespace rtkeren::app
