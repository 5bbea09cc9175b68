#pragma once

#include "db/db.hpp"
#include "support/database.hpp"

/// Tables and queries for the tests of this room alone: the portable subset, one of each kind.
namespace rtkeren::db {

inline constexpr std::string_view thing_schema = R"(-- Things of the tests.
CREATE TABLE thing (
    city @int NOT NULL,
    id @id NOT NULL,
    name @text NOT NULL,
    code @code NOT NULL, -- an @unknown token in a comment is nobody's business
    amount @money NOT NULL CONSTRAINT thing_amount CHECK (amount >= 0),
    day @date,
    flagged @bool NOT NULL,
    note @text,
    PRIMARY KEY (city, id),
    CONSTRAINT thing_code UNIQUE (city, code)
) @strict;
CREATE TABLE part (
    city @int NOT NULL,
    thing @id NOT NULL,
    number @int NOT NULL,
    PRIMARY KEY (city, thing, number),
    FOREIGN KEY (city, thing) REFERENCES thing (city, id)
) @strict;
CREATE TABLE fixed (city @int NOT NULL, number @int NOT NULL) @strict;
-- @only sqlite
CREATE TRIGGER fixed_stays BEFORE UPDATE ON fixed BEGIN SELECT RAISE(ABORT, 'fixed.immutable'); END;
-- @end
-- @only postgres
CREATE FUNCTION fixed_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fixed.immutable'; END $$;
CREATE TRIGGER fixed_stays BEFORE UPDATE ON fixed FOR EACH ROW EXECUTE FUNCTION fixed_stays();
-- @end
)";
inline constexpr Migration thing_migrations[] {{1, "0001_test_things", thing_schema, "1111"}};

/// One database with the tables above for the whole program.
inline Database& thing_database()
{
    static auto instance = [] {
        auto opened = Database::open(tests::fresh_database_url());
        CHECK(opened.ok());
        auto migrated = opened.value()->migrate(thing_migrations);
        CHECK(migrated.ok());
        return std::move(opened).value();
    }();
    return *instance;
}

inline constexpr WriteQuery<8> insert_thing {
    "test.insert_thing", "INSERT INTO thing (city, id, name, code, amount, day, flagged, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
inline constexpr ReadQuery<2> thing_by_id {
    "test.thing_by_id", "SELECT id, name, amount, day, flagged, note, code FROM thing WHERE city = $1 AND id = $2"};
inline constexpr WriteQuery<3> set_amount {"test.set_amount", "UPDATE thing SET amount = $3 WHERE city = $1 AND id = $2"};
inline constexpr ReadQuery<1> count_things {"test.count_things", "SELECT count(*) FROM thing WHERE city = $1"};

/// The error's code, or "ok".
template<class T>
std::string code_of(Result<T> const& outcome)
{
    return outcome.ok() ? "ok" : outcome.error().code;
}
/// The nth id of the tests.
inline Ulid nth(std::uint64_t n) { return Ulid::make(n, {}); }

/// A thing with everything given by its number.
inline Result<Changed> add_thing(WriteTx& tx, CityId city, std::uint64_t n, std::string_view name = "thing", std::int64_t amount = 0,
    std::optional<std::string> const& note = std::nullopt)
{
    return tx.run(insert_thing, city, nth(n), name, "C" + std::to_string(n), amount, Date::from_days(std::int32_t(n)), n % 2 == 0, note);
}
inline std::int64_t things_of(CityId city)
{
    auto row = read(thing_database(), [&](ReadTx& tx) { return tx.one("none", count_things, city); });
    return row.ok() ? row->integer(0) : -1;
}

} // namespace rtkeren::db
