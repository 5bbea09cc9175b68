#pragma once

#include "enterprise/fixture_dbtest.hpp"
#include "evidence/places.hpp"
#include "turnover/pages_room.hpp"
#include "turnover/room.hpp"

namespace rtkeren::turnover {

/// Businesses of two kelurahan with an owner who has an account, and offices that record.
struct TurnoverTest : enterprise::RegistryTest {
    Actor tono {officer("Tono", "pendamping", kelurahan)};
    Actor rini {officer("Rini", "dinas", "35.72")};
    Actor lurah {make_actor("Ratna", "lurah", kelurahan, {"enterprise.read", "insight.read", "turnover.groups"})};
    Actor stranger {officer("Lain", "pendamping", elsewhere)};
    std::string bakery_id;
    Actor sri;

    TurnoverTest()
    {
        static auto const registered = [] {
            turnover::register_messages();
            return true;
        }();
        EXPECT_TRUE(registered);
        evidence::use_places(turnover::places());
        serve(turnover::operations(), turnover::routes(services));
        bakery_id = must(dewi, "enterprise.register", bakery()).id;
        sri = make_actor("Sri Utami", "umkm", kelurahan, {"enterprise.own", "turnover.own"}, business(bakery_id).owner);
    }
    Actor officer(std::string name, std::string role, std::string_view place)
    {
        return make_actor(std::move(name), std::move(role), place, {"enterprise.read", "enterprise.write", "insight.read", "turnover.record", "turnover.import", "turnover.groups"});
    }
    static boost::json::object sold(std::string_view from, std::string_view to, std::int64_t amount, std::string_view channel = "rumah", std::string_view method = "recall_month")
    {
        return {{"from", from}, {"to", to}, {"channel", channel}, {"method", method}, {"amount", amount}};
    }
    boost::json::object of(std::string_view business, boost::json::object input)
    {
        input["business"] = business;
        return input;
    }
    std::vector<Record> records(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return records_of(tx, city, enterprise::BusinessId::parse(id).value()); });
    }
    std::vector<MonthRow> month_rows_in(std::string const& id)
    {
        return look([&](db::ReadTx& tx) { return month_rows_of(tx, city, enterprise::BusinessId::parse(id).value()); });
    }
    /// What is stored by month is what the records that count say, and each figure what its rows say.
    void expect_sums_agree(std::string const& id)
    {
        auto const list = records(id);
        auto const wanted = month_rows(list);
        auto const stored = month_rows_in(id);
        ASSERT_EQ(stored.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            EXPECT_EQ(stored[i].month, wanted[i].month);
            EXPECT_EQ(stored[i].channel, wanted[i].channel);
            EXPECT_EQ(stored[i].method, wanted[i].method);
            EXPECT_EQ(stored[i].amount, wanted[i].amount);
            EXPECT_EQ(stored[i].days, wanted[i].days);
        }
        auto const figures = look([&](db::ReadTx& tx) { return figures_of(tx, city, enterprise::BusinessId::parse(id).value()); });
        for (auto const& figure : figures) {
            std::vector<MonthRow> of_month;
            std::ranges::copy_if(wanted, std::back_inserter(of_month), [&](MonthRow const& row) { return row.month == figure.month; });
            auto const expected = figure_of(of_month);
            ASSERT_TRUE(expected);
            EXPECT_EQ(figure.amount, expected->amount);
            EXPECT_EQ(figure.weakest, expected->weakest);
        }
    }
};

} // namespace rtkeren::turnover
