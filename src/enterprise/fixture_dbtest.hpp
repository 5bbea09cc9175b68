#pragma once

#include "enterprise/pages_room.hpp"
#include "enterprise/room.hpp"
#include "enterprise/operations.hpp"
#include "evidence/evidence.hpp"
#include "evidence/room.hpp"
#include "identity/persons.hpp"
#include "identity/room.hpp"
#include "support/town.hpp"

namespace rtkeren::enterprise {

/// Two kelurahan with an RT each (one of them with two), and those who meet a business there.
struct RegistryTest : tests::Town {
    static constexpr std::string_view kelurahan = "35.72.03.1002", rt1 = "35.72.03.1002.003.001", rt2 = "35.72.03.1002.003.002", elsewhere = "35.72.03.1003";
    Actor dewi {make_actor("Dewi", "sekkel", kelurahan, {"enterprise.read", "enterprise.write", "enterprise.confirm", "enterprise.import", "enterprise.merge"})};
    Actor tono {make_actor("Tono", "pendamping", kelurahan, {"enterprise.read", "enterprise.write", "enterprise.check", "enterprise.confirm"})};
    Actor dinas {make_actor("Rini", "dinas", "35.72", {"enterprise.read", "enterprise.write", "enterprise.check", "enterprise.confirm", "enterprise.import", "enterprise.merge"})};
    Actor stranger {make_actor("Lain", "sekkel", elsewhere, {"enterprise.read", "enterprise.write", "enterprise.confirm", "enterprise.import", "enterprise.merge"})};

    RegistryTest() : Town("2026-01-01T02:00:00.000Z")
    {
        static auto const registered = [] {
            register_messages();
            evidence::register_messages();
            identity::register_messages();
            evidence::use_places(places());
            return true;
        }();
        EXPECT_TRUE(registered);
        serve(operations(), routes(services));
        found_places({"35.72", "35.72.03", kelurahan, elsewhere, "35.72.03.1002.003", rt1, rt2}, {{kelurahan, "Plosokerep"}, {elsewhere, "Karangsari"}});
    }
    static boost::json::object bakery()
    {
        return {{"owner_name", "Sri Utami"}, {"owner_phone", "+62 812-3456-7890"}, {"owner_nik", "3572025708450002"}, {"owner_place", rt1}, {"consent_on", "2025-12-30"},
            {"name", "Dapur Bu Sri"}, {"activity", "Kue kering"}, {"kbli", "2025:10710"}, {"place_kind", "rumah"}, {"place", rt1}, {"started", "03/2022"},
            {"legal_form", "perorangan"}, {"channels", boost::json::array {"rumah", "bazar"}}};
    }
    Business business(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return find_business(tx, city, BusinessId::parse(id).value()); });
    }
    std::string picture()
    {
        static int number = 0;
        return evidence::store_bytes(services, dewi, "\xFF\xD8\xFF\xE0 izin " + std::to_string(++number)).value().sha256;
    }
};

} // namespace rtkeren::enterprise
