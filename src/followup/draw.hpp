#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// The draw of a survey round, pure, so that anybody can do it again.
///
/// The frame is a text: one line a business, "<stratum> <id>", sorted by id, each line ended by a line feed; its SHA-256 is published when the round is planned,
/// with the SHA-256 of the seed. The seed (64 hex digits) is published when the sample is drawn. A business's ticket is the SHA-256 of "<seed>:<id>" as hex. Tickets
/// are sorted; of each stratum the first ones are the sample. With the frame in `rangka.txt` and one stratum:
///
///     while read stratum id; do printf '%s:%s' "$seed" "$id" | sha256sum | cut -c1-64 | tr '\n' ' '; echo "$id"; done <rangka.txt | sort | head -n "$size"
namespace rtkeren::followup {

struct Member {
    char stratum {'a'}; // a: everybody; t: owner finished a course; c: comparison
    std::string id;
    bool operator==(Member const&) const = default;
};

[[nodiscard]] std::string frame_text(std::vector<Member> members); // sorts by id
[[nodiscard]] std::vector<Member> frame_of(std::string_view text); // of what frame_text wrote
/// SHA-256 of the text as hex: of a frame, of a seed.
[[nodiscard]] std::string fingerprint(std::string_view text);
[[nodiscard]] std::string ticket(std::string_view seed, std::string_view id);

/// How many are drawn of each stratum: all of `a`; of t and c half each, what one lacks the other gives.
struct Shares {
    std::size_t a {0}, t {0}, c {0};
};
[[nodiscard]] Shares shares_of(std::vector<Member> const& frame, std::size_t size);

/// The sample in the order of tickets, over all strata together, so that the order tells nobody's stratum. `size` at most the frame.
[[nodiscard]] std::vector<Member> draw(std::vector<Member> const& frame, std::string_view seed, std::size_t size);

} // namespace rtkeren::followup
