#pragma once

#include <string>
#include <string_view>

/// Photos of phones tell where they were taken: before a picture goes to everybody, what is written in it beside the picture is taken out.
namespace rtkeren::enterprise {

/// JPEG, PNG or WebP without EXIF, XMP, comments and texts; colours stay, and of a JPEG which way up it is. "" where the bytes are none of these or cannot be
/// followed to the picture: then nothing is shown.
[[nodiscard]] std::string without_metadata(std::string_view bytes);

} // namespace rtkeren::enterprise
