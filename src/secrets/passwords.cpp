#include "secrets/secrets.hpp"
#include "secrets/sodium.hpp"

#include <semaphore>

namespace rtkeren::secrets {
namespace {

// OWASP password storage cheat sheet: argon2id, 19 MiB, two passes, one lane.
constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = std::size_t {19} * 1024 * 1024;
/// Two cores and a small machine: more at a time would make every other page wait.
constexpr int at_a_time = 2;

std::counting_semaphore<at_a_time>& password_slots()
{
    static std::counting_semaphore<at_a_time> slots(at_a_time);
    return slots;
}

class PasswordTurn {
public:
    PasswordTurn() { password_slots().acquire(); }
    ~PasswordTurn() { password_slots().release(); }
    PasswordTurn(PasswordTurn const&) = delete;
    PasswordTurn& operator=(PasswordTurn const&) = delete;
};

} // namespace

void start_sodium()
{
    static bool const started = sodium_init() >= 0;
    CHECK(started);
}

std::string hash_password(std::string_view password)
{
    start_sodium();
    PasswordTurn const turn;
    std::array<char, crypto_pwhash_STRBYTES> text {};
    auto const failed = crypto_pwhash_str_alg(text.data(), password.data(), password.size(), passes, memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    CHECK(failed == 0); // out of memory: nothing sensible can follow
    return text.data();
}

bool verify_password(std::string_view hash, std::string_view password)
{
    start_sodium();
    std::string const text(hash);
    PasswordTurn const turn;
    return text.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

void verify_nobody(std::string_view password)
{
    static std::string const nobody = hash_password("nobody has this password");
    static_cast<void>(verify_password(nobody, password));
}

bool needs_rehash(std::string_view hash)
{
    return crypto_pwhash_str_needs_rehash(std::string(hash).c_str(), passes, memory_bytes) != 0;
}

} // namespace rtkeren::secrets
