#pragma once

#include "base/env.hpp"
#include "base/result.hpp"
#include "base/sha256.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sodium/crypto_hash_sha256.h>

/// What must stay secret: keys, sealed columns, passwords, tokens, and the hashes that name evidence. All by libsodium.
namespace rtkeren::secrets {

/// 32 bytes that are wiped from memory at the end.
class Key {
public:
    static constexpr std::size_t size = 32;
    Key() = default;
    explicit Key(std::span<std::uint8_t const, size> bytes);
    ~Key();
    Key(Key const&) = default;
    Key& operator=(Key const&) = default;
    [[nodiscard]] std::uint8_t const* data() const { return m_bytes.data(); }
    [[nodiscard]] std::span<std::uint8_t const, size> bytes() const { return m_bytes; }

private:
    std::array<std::uint8_t, size> m_bytes {};
};

/// Where a sealed value lives: it opens nowhere else.
struct Cell {
    std::string_view table, column, row; // "person", "nik", the row's id
};

/// The keys of one data folder. The file has one line a key: "index <hex>" for look-ups, "1 <hex>", "2 <hex>" … for sealing; the highest number seals.
/// The look-up key never changes: stored look-ups stay good when the sealing key is rotated.
class Keys {
public:
    /// Writes a new file, mode 0600. environment.keys_exist, environment.keys_unwritable
    static Result<Keys> create(std::filesystem::path const&);
    /// environment.keys_missing, environment.keys_readable (others may read the file), environment.keys_broken
    static Result<Keys> open(std::filesystem::path const&);
    /// From drawn bytes and without a file: tests and examples.
    static Keys from(Env&);

    /// "2.<base64>" by XChaCha20-Poly1305 with table, column and row as additional data; another text each time.
    [[nodiscard]] std::string seal(Cell const&, std::string_view plain) const;
    /// secrets.sealed when the text is altered, belongs to another cell or its key is not here.
    [[nodiscard]] Result<std::string> unseal(Cell const&, std::string_view sealed) const;
    /// Keyed BLAKE2b-256 as hex of a normalised value, different for each purpose ("person.nik"): finds without reading.
    [[nodiscard]] std::string lookup(std::string_view purpose, std::string_view normalised) const;

    /// The number that seals now, and that of a sealed text (0 when it is none): a rotation job seals again where they differ.
    [[nodiscard]] int newest() const { return m_newest; }
    [[nodiscard]] static int number_of(std::string_view sealed);
    /// Adds a sealing key to the file (written anew and renamed) and to this. environment.keys_unwritable
    Result<void> rotate(std::filesystem::path const&);

    /// For the sheet that is printed once: groups of four hex digits, each line with its checksum.
    [[nodiscard]] std::string recovery_text() const;
    /// The keys of a typed sheet; secrets.recovery names the line that is wrong.
    static Result<Keys> recover(std::string_view recovery_text);
    /// Writes keys that were recovered. environment.keys_exist, environment.keys_unwritable
    Result<void> save(std::filesystem::path const&) const;

    /// Which keys these are, without telling them: a backup names it and restore compares.
    [[nodiscard]] std::string fingerprint() const;

private:
    struct Numbered {
        int number;
        Key key;
    };
    [[nodiscard]] Key const* find(int number) const;
    [[nodiscard]] std::string file_text() const;
    static Result<Keys> parse(std::string_view text);

    Key m_index;
    std::vector<Numbered> m_sealing;
    int m_newest {0};
};

/// argon2id, t = 2, m = 19 MiB; never more than two at a time, the others wait. The text carries its parameters.
[[nodiscard]] std::string hash_password(std::string_view password);
[[nodiscard]] bool verify_password(std::string_view hash, std::string_view password);
/// Takes as long as a real one: when there is no such user.
void verify_nobody(std::string_view password);
/// Whether the hash was made with weaker parameters than today's.
[[nodiscard]] bool needs_rehash(std::string_view hash);

[[nodiscard]] std::array<std::uint8_t, 32> sha256_bytes(std::string_view);
[[nodiscard]] Sha256 sha256(std::string_view bytes);
/// Reads in pieces. environment.file_unreadable
[[nodiscard]] Result<Sha256> sha256_file(std::filesystem::path const&);

/// SHA-256 of what comes in pieces: uploads.
class Sha256Stream {
public:
    Sha256Stream();
    void update(std::string_view bytes);
    [[nodiscard]] Sha256 finish();

private:
    crypto_hash_sha256_state m_state {};
};

/// Random text of Crockford's base 32 letters, eight for five bytes: sessions (20 bytes and more).
[[nodiscard]] std::string token(Env&, std::size_t bytes);
/// For people to read and type: "7K3F-9QXB" of groups of four letters without look-alikes.
[[nodiscard]] std::string readable_code(Env&, int groups);
[[nodiscard]] bool equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace rtkeren::secrets
