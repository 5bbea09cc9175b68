#include "secrets/secrets.hpp"
#include "simulation/world.hpp"

#include <future>

namespace rtkeren::simulation {

std::map<std::string, std::string> example_password_hashes(World const&)
{
    static constexpr std::string_view logins[] {"admin", "walikota", "tapem", "tapem2", "bappeda", "bkd", "inspektorat", "dprd", "dinas", "perizinan", "camat", "lurah", "sekkel", "pptk",
        "bendahara_kelurahan", "operator", "pendamping", "fasilitator", "pewawancara", "pokmas_ketua", "pokmas_sekretaris", "pokmas_bendahara", "pokmas_pengawas", "ketua_rt", "ketua_rw", "lpmk", "umkm"};
    std::vector<std::pair<std::string, std::future<std::string>>> running;
    for (auto const login : logins)
        running.emplace_back(login, std::async(std::launch::async, [] { return secrets::hash_password(example_password); }));
    std::map<std::string, std::string> hashes;
    for (auto& [login, hash] : running)
        hashes[login] = hash.get();
    return hashes;
}

} // namespace rtkeren::simulation
