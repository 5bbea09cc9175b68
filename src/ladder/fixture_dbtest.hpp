#pragma once

#include "ladder/pages_room.hpp"
#include "ladder/room.hpp"
#include "turnover/fixture_dbtest.hpp"

namespace rtkeren::ladder {

/// A baker with one product of dry cakes, an owner with an account, a mentor who looks things up, and the desk of licences.
struct LadderTest : turnover::TurnoverTest {
    Actor desk {make_actor("Nita", "perizinan", "35.72", {"enterprise.read", "enterprise.check", "insight.read", "ladder.desk"})};
    Actor office {make_actor("Rini", "dinas", "35.72", {"enterprise.read", "enterprise.write", "enterprise.check", "insight.read", "ladder.desk", "ladder.clinic"})};
    std::string cake_id;

    LadderTest()
    {
        static auto const registered = [] {
            ladder::register_messages();
            return true;
        }();
        EXPECT_TRUE(registered);
        serve(ladder::operations(), ladder::routes(services));
        cake_id = product("Bakpia kering keju");
    }
    std::string product(std::string_view name, std::string_view kind = "kering", std::string business_id = {})
    {
        return must(dewi, "enterprise.record_product", {{"business", business_id.empty() ? bakery_id : business_id}, {"name", name}, {"kind", kind}, {"shelf_days", 60}, {"capacity_month", 400}}).id;
    }
    /// Recorded by Dewi, looked up by the Dinas today.
    std::string proven(std::string_view kind, std::string_view number, boost::json::object more = {})
    {
        more["business"] = bakery_id;
        more["kind"] = kind;
        more["number"] = number;
        auto const id = must(dewi, "enterprise.add_licence", more).id;
        must(dinas, "enterprise.check_licence", {{"licence", id}, {"result", "issued"}, {"where", "oss.go.id"}, {"file", picture()}});
        return id;
    }
    void on(std::string_view day) { env.set(Instant::parse(std::string(day) + "T03:00:00.000Z").value()); }
    Picture seen(std::vector<std::string> const& places = {""})
    {
        return look([&](db::ReadTx& tx) { return picture_of(tx, services, places); });
    }
    Waiting waiting(std::string const& id)
    {
        for (auto const& each : seen().products)
            if (each.product.product.str() == id)
                return each;
        ADD_FAILURE() << "no product " << id;
        return seen().products.front();
    }
    Board board()
    {
        auto const picture = seen();
        std::vector<Waiting const*> products;
        for (auto const& each : picture.products)
            products.push_back(&each);
        return board_of(waits_of(products, services.today()), paper_order, services.today());
    }
};

} // namespace rtkeren::ladder
