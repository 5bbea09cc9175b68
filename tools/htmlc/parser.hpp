#pragma once

#include "source.hpp"

#include <vector>

namespace htmlc {

enum class Kind { Text, Print, If, For, Include, Block, Translate };

struct Node;
using Nodes = std::vector<Node>;

/// A condition with what it guards; `head` is empty for else.
struct Branch {
    std::string_view head;
    Nodes nodes;
};

struct Node {
    Kind kind {Kind::Text};
    Place place; // of the head
    std::string_view head; // literal text, expression, or what follows the tag's first word
    std::vector<Branch> branches {}; // If: one a condition; For: body and else; Block: body; Translate: one and many
};

struct Template {
    std::string_view page; // struct named by {# page X #}
    std::string_view layout; // name after {% layout %}, or empty
    std::string_view args; // contract of a partial
    Nodes nodes;
};

[[nodiscard]] Template parse(Source const&);

} // namespace htmlc
