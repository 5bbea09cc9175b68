#include "training/store.hpp"

#include <utility>

namespace rtkeren::training {
namespace {

std::vector<Follower>& kept()
{
    static std::vector<Follower> all;
    return all;
}

} // namespace

void use_followers(std::vector<Follower> all) { kept() = std::move(all); }

std::vector<Follower> const& followers() { return kept(); }

} // namespace rtkeren::training
