#include "base/text.hpp"
#include "secrets/files.hpp"
#include "secrets/secrets.hpp"
#include "secrets/sodium.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sys/stat.h>

namespace rtkeren::secrets {
namespace {

Key random_key()
{
    std::array<std::uint8_t, Key::size> bytes {};
    randombytes_buf(bytes.data(), bytes.size());
    Key key(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

Key drawn_key(Env& env)
{
    std::array<std::uint8_t, Key::size> bytes {};
    env.random(bytes);
    return Key(bytes);
}

std::string hex_of(Key const& key)
{
    return to_hex({reinterpret_cast<char const*>(key.data()), Key::size});
}

std::optional<Key> key_of_hex(std::string_view hex)
{
    std::array<std::uint8_t, Key::size> bytes {};
    std::size_t length = 0;
    char const* end = nullptr;
    auto const failed = sodium_hex2bin(bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, &end);
    if (failed != 0 || length != bytes.size() || end != hex.data() + hex.size())
        return std::nullopt;
    return Key(bytes);
}

/// Four hex digits over name and key: finds a slip of the pen, proves nothing.
std::string line_checksum(std::string_view name, std::string_view hex)
{
    auto const sum = sha256_bytes(std::string(name) + ':' + std::string(hex));
    return fmt::format("{:02x}{:02x}", sum[0], sum[1]);
}

std::string recovery_line(std::string const& name, Key const& key)
{
    auto const hex = hex_of(key);
    std::string line = name + ':';
    for (std::size_t i = 0; i < hex.size(); i += 4)
        line += ' ' + hex.substr(i, 4);
    return line + " = " + line_checksum(name, hex) + '\n';
}

Error wrong_line(std::size_t line)
{
    auto error = Error::invalid("secrets.recovery");
    error.arguments.emplace_back("line", std::to_string(line));
    return error;
}

/// "2: 0a1b 2c3d … = beef" -> "2 0a1b2c3d…", the line of a key file; nothing when a digit is wrong.
std::optional<std::string> file_line_of(std::string_view typed)
{
    auto const colon = typed.find(':');
    auto const equals = typed.find('=');
    if (colon == std::string_view::npos || equals == std::string_view::npos || equals < colon)
        return std::nullopt;
    auto const name = lower_ascii(trim(typed.substr(0, colon)));
    std::string hex;
    for (char const c : lower_ascii(typed.substr(colon + 1, equals - colon - 1))) {
        if (c != ' ' && c != '\t')
            hex += c;
    }
    auto const sum = lower_ascii(trim(typed.substr(equals + 1)));
    if (line_checksum(name, hex) != sum)
        return std::nullopt;
    return name + ' ' + hex;
}

} // namespace

Key::Key(std::span<std::uint8_t const, size> bytes)
{
    std::copy(bytes.begin(), bytes.end(), m_bytes.begin());
}

Key::~Key()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

Result<Keys> Keys::create(std::filesystem::path const& path)
{
    start_sodium();
    Keys keys;
    keys.m_index = random_key();
    keys.m_sealing.push_back({1, random_key()});
    keys.m_newest = 1;
    TRY(keys.save(path));
    return keys;
}

Result<void> Keys::save(std::filesystem::path const& path) const
{
    if (std::filesystem::exists(path))
        return Error::conflict("environment.keys_exist", {{"path", path.string()}});
    return write_secret_file(path, file_text());
}

Result<Keys> Keys::open(std::filesystem::path const& path)
{
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return Error::unavailable("environment.keys_missing", path.string());
    if ((status.st_mode & (S_IROTH | S_IWOTH)) != 0)
        return Error::unavailable("environment.keys_readable", path.string());
    auto text = TRY(read_secret_file(path));
    return parse(text);
}

Keys Keys::from(Env& env)
{
    start_sodium();
    Keys keys;
    keys.m_index = drawn_key(env);
    keys.m_sealing.push_back({1, drawn_key(env)});
    keys.m_newest = 1;
    return keys;
}

Result<Keys> Keys::parse(std::string_view text)
{
    start_sodium();
    Keys keys;
    bool has_index = false;
    for (auto const raw : split(text, '\n')) {
        auto const line = trim(raw);
        if (line.empty() || line.starts_with('#'))
            continue;
        auto const blank = line.find(' ');
        auto const name = line.substr(0, blank);
        auto const key = blank == std::string_view::npos ? std::nullopt : key_of_hex(line.substr(blank + 1));
        auto const number = parse_integer(name).value_or(0);
        auto const is_number = number > 0 && number < 100'000 && keys.find(int(number)) == nullptr;
        if (!key || !(name == "index" ? !has_index : is_number))
            return Error::unavailable("environment.keys_broken");
        if (name == "index") {
            keys.m_index = *key;
            has_index = true;
            continue;
        }
        keys.m_sealing.push_back({int(number), *key});
        keys.m_newest = std::max(keys.m_newest, int(number));
    }
    if (!has_index || keys.m_sealing.empty())
        return Error::unavailable("environment.keys_broken");
    return keys;
}

Key const* Keys::find(int number) const
{
    auto const found = std::find_if(m_sealing.begin(), m_sealing.end(), [number](Numbered const& each) { return each.number == number; });
    return found != m_sealing.end() ? &found->key : nullptr;
}

std::string Keys::file_text() const
{
    std::string text = "# Keys of this data folder. Keep a copy apart from the backups; without it sealed values are lost.\n";
    text += "index " + hex_of(m_index) + '\n';
    for (auto const& each : m_sealing)
        text += std::to_string(each.number) + ' ' + hex_of(each.key) + '\n';
    return text;
}

Result<void> Keys::rotate(std::filesystem::path const& path)
{
    auto next = *this;
    ++next.m_newest;
    next.m_sealing.push_back({next.m_newest, random_key()});
    TRY(write_secret_file(path, next.file_text()));
    *this = std::move(next);
    return Done {};
}

std::string Keys::recovery_text() const
{
    auto text = recovery_line("index", m_index);
    for (auto const& each : m_sealing)
        text += recovery_line(std::to_string(each.number), each.key);
    return text;
}

Result<Keys> Keys::recover(std::string_view recovery_text)
{
    std::string file;
    std::size_t number = 0;
    for (auto const typed : split(recovery_text, '\n')) {
        ++number;
        if (trim(typed).empty())
            continue;
        auto const line = file_line_of(typed);
        if (!line)
            return wrong_line(number);
        file += *line + '\n';
    }
    auto keys = parse(file);
    if (!keys)
        return wrong_line(number);
    return keys;
}

} // namespace rtkeren::secrets
