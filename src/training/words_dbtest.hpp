#pragma once

#include "enterprise/room.hpp"
#include "evidence/room.hpp"
#include "identity/room.hpp"
#include "training/room.hpp"
#include "workflow/workflow.hpp"

namespace rtkeren::training {

/// The sentences of this room and of those below it: once a program, whichever test comes first.
inline void register_words()
{
    static auto const registered = [] {
        register_messages();
        enterprise::register_messages();
        evidence::register_messages();
        identity::register_messages();
        workflow::register_messages();
        return true;
    }();
    static_cast<void>(registered);
}

} // namespace rtkeren::training
