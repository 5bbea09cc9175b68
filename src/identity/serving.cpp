#include "identity/serving.hpp"

namespace rtkeren::identity {

namespace {

Serving& reader()
{
    static Serving serving;
    return serving;
}

} // namespace

void use_serving(Serving serving) { reader() = std::move(serving); }

Result<std::optional<std::string>> pokmas_serving(db::ReadTx& tx, CityId city, std::string_view place)
{
    if (!reader())
        return std::optional<std::string> {};
    auto id = TRY(reader()(tx, city, place));
    return std::optional(std::move(id));
}

} // namespace rtkeren::identity
