#include "simulation/pictures.hpp"

#include "documents/picture.hpp"
#include "evidence/many.hpp"
#include "identity/identity.hpp"
#include "secrets/secrets.hpp"

#include <fmt/format.h>

namespace rtkeren::simulation {

std::string Pictures::hash_of(std::string const& kind, std::string const& label, std::size_t own)
{
    auto const key = fmt::format("{} {}", kind, own);
    if (auto const known = m_hashes.find(key); known != m_hashes.end())
        return known->second;
    auto const title = own == 0 ? label : fmt::format("{} {}", label, own);
    auto bytes = documents::example_picture({"CONTOH", title, fmt::format("Tahun {}", m_year)}, static_cast<unsigned>(own * 37 + kind.size() * 11));
    auto hash = secrets::sha256(bytes).str();
    m_bytes.push_back(std::move(bytes));
    return m_hashes.emplace(key, std::move(hash)).first->second;
}

Result<void> Pictures::name_all(World& world)
{
    if (m_bytes.empty())
        return Done {};
    auto const stored = TRY(evidence::put_all(world.services, m_bytes));
    m_bytes.clear();
    auto const actor = identity::system_actor(world.city.id, {});
    operations::Context context {.services = world.services, .actor = actor, .city = world.city.id, .now = world.services.now(), .today = world.services.today(), .request = {}};
    return db::write(world.services.db, world.city.id, [&](db::WriteTx& tx) -> Result<void> {
        for (auto const& one : stored)
            TRY(evidence::name_file(tx, context, one));
        return Done {};
    });
}

} // namespace rtkeren::simulation
