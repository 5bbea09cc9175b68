#include "enterprise/photos.hpp"

#include "documents/thumbnail.hpp"
#include "enterprise/photo_bytes.hpp"
#include "evidence/evidence.hpp"

#include <fstream>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>

namespace rtkeren::enterprise {
namespace {

using namespace std::string_view_literals;

constexpr int small_side = 320; // a card on a phone, on a screen of two pixels a point
constexpr std::size_t most_kept = 400; // of about 15 kB each

/// The small pictures that were asked for last.
class SmallPhotos {
public:
    std::optional<std::string> find(std::string const& key)
    {
        std::scoped_lock const lock(m_mutex);
        auto const found = m_places.find(key);
        if (found == m_places.end())
            return std::nullopt;
        m_newest.splice(m_newest.begin(), m_newest, found->second);
        return found->second->second;
    }
    void keep(std::string const& key, std::string const& bytes)
    {
        std::scoped_lock const lock(m_mutex);
        if (m_places.contains(key))
            return;
        m_newest.emplace_front(key, bytes);
        m_places.emplace(key, m_newest.begin());
        if (m_newest.size() <= most_kept)
            return;
        m_places.erase(m_newest.back().first);
        m_newest.pop_back();
    }

private:
    using Kept = std::list<std::pair<std::string, std::string>>;
    std::mutex m_mutex;
    Kept m_newest;
    std::map<std::string, Kept::iterator, std::less<>> m_places;
};

/// Which way up it is stands in a note of its own before everything else.
std::string_view upright_note(std::string_view plain_jpeg)
{
    constexpr std::size_t note_bytes = 36;
    return plain_jpeg.starts_with("\xFF\xD8\xFF\xE1\x00\x22"
                                  "Exif"sv)
        ? plain_jpeg.substr(2, note_bytes)
        : std::string_view {};
}

std::string small_of(std::string_view plain)
{
    auto small = documents::thumbnail(plain, small_side);
    if (!small.empty())
        small.insert(2, upright_note(plain));
    return small;
}

http::Response picture(std::string content_type, std::string bytes)
{
    http::Response response;
    response.content_type = std::move(content_type);
    response.body = std::move(bytes);
    response.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    return response;
}

} // namespace

Result<http::Response> plain_photo(Services& services, std::string_view sha256)
{
    auto const file = TRY(evidence::serve_file(services, sha256));
    std::ifstream stream(*file.file, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    auto plain = without_metadata(bytes.str());
    if (plain.empty())
        return Error::not_found("enterprise.no_photo");
    return picture(file.content_type, std::move(plain));
}

Result<http::Response> small_photo(Services& services, std::string_view sha256)
{
    static SmallPhotos kept;
    std::string const key(sha256);
    if (auto known = kept.find(key))
        return picture("image/jpeg", std::move(*known));
    auto plain = TRY(plain_photo(services, sha256));
    auto small = small_of(plain.body);
    if (small.empty())
        return plain;
    kept.keep(key, small);
    return picture("image/jpeg", std::move(small));
}

std::string small_href(std::string const& photo_href) { return photo_href + "/kecil"; }

} // namespace rtkeren::enterprise
