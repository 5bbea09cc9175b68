-- Regions from city to RT, with validity. Codes are renumbered, ids never: money hangs on the id.
CREATE TABLE territory_city (
    city @int NOT NULL PRIMARY KEY,
    code @code NOT NULL,
    name @text NOT NULL,
    zone @code NOT NULL CHECK (zone IN ('WIB', 'WITA', 'WIT')),
    letterhead @text NOT NULL,
    example @bool NOT NULL,
    -- An example city was given a day of its own: `example_today` on the real day `example_set_on`, going on from there.
    example_today @date,
    example_set_on @date,
    created_at @code NOT NULL,
    CHECK (example OR example_today IS NULL)
) @strict;

CREATE TABLE territory_region (
    city @int NOT NULL,
    id @id NOT NULL,
    level @code NOT NULL CHECK (level IN ('kota', 'kecamatan', 'kelurahan', 'rw', 'rt')),
    code @code NOT NULL,
    parent @code NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    valid_from @date NOT NULL,
    valid_until @date,
    households @int,
    population @int,
    latitude_e6 @int,
    longitude_e6 @int,
    example @bool NOT NULL,
    PRIMARY KEY (city, id),
    CHECK (valid_until IS NULL OR valid_until > valid_from)
) @strict;
-- One unit bears a code at a time.
CREATE UNIQUE INDEX territory_region_code ON territory_region (city, code) WHERE valid_until IS NULL;
CREATE INDEX territory_region_parent ON territory_region (city, parent, code);

-- Which unit came out of which: a split has one predecessor and several successors, a merger the other way round.
CREATE TABLE territory_succession (
    city @int NOT NULL,
    predecessor @id NOT NULL,
    successor @id NOT NULL,
    happened_on @date NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('split', 'merged', 'renumbered')),
    PRIMARY KEY (city, predecessor, successor),
    FOREIGN KEY (city, predecessor) REFERENCES territory_region (city, id),
    FOREIGN KEY (city, successor) REFERENCES territory_region (city, id)
) @strict;

-- Places in force, for the lists and searches of other rooms.
CREATE VIEW territory_v_place AS
SELECT city, id, level, code, parent, name, name_fold, households, latitude_e6, longitude_e6, example FROM territory_region WHERE valid_until IS NULL;
