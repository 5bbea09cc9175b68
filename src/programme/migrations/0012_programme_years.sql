-- Years, their DPA, what purses are called, why ceilings changed, holds with their letters, and numbers of papers.
-- The state of a year and of a hold is its workflow item (machines `year` and `hold`).
CREATE TABLE programme_year (
    city @int NOT NULL,
    year @int NOT NULL CHECK (year > 2000),
    id @id NOT NULL,
    pack_version @int NOT NULL,
    scheme @text NOT NULL,
    made_at @code NOT NULL,
    made_by @id NOT NULL,
    opened_on @date,
    open_letter @text,
    closed_on @date,
    close_letter @text,
    PRIMARY KEY (city, year),
    UNIQUE (city, id)
) @strict;

-- What the ledger's purse is called, as it was when it was allocated: RTs are renumbered, running purses are not.
CREATE TABLE programme_purse (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    envelope @code NOT NULL,
    position @int NOT NULL,
    unit @id NOT NULL,
    unit_code @code NOT NULL,
    unit_name @text NOT NULL,
    kelurahan @code NOT NULL,
    search @code NOT NULL,
    opened_at @code NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, unit, year, envelope),
    FOREIGN KEY (city, year) REFERENCES programme_year (city, year)
) @strict;
CREATE INDEX programme_purse_place ON programme_purse (city, year, unit_code, position);

-- One row for each change of a kelurahan's envelope: `amount` is the limit from then on, `change` what the ledger added.
CREATE TABLE programme_dpa (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    kelurahan @code NOT NULL,
    envelope @code NOT NULL,
    amount @money NOT NULL CHECK (amount >= 0),
    change @money NOT NULL,
    number @text NOT NULL,
    dated @date NOT NULL,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX programme_dpa_place ON programme_dpa (city, year, kelurahan, id);

-- Why a ceiling is another than the pack gave: declined, bonus, reduced, moved, allocated later; with its paper.
CREATE TABLE programme_change (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('declined', 'bonus', 'reduced', 'moved', 'allocated')),
    purse @id NOT NULL,
    other_purse @id,
    entry @id NOT NULL,
    amount @money NOT NULL CHECK (amount > 0),
    number @text NOT NULL,
    dated @date NOT NULL,
    reason @text NOT NULL,
    undone_by @id,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, purse) REFERENCES programme_purse (city, id),
    FOREIGN KEY (city, other_purse) REFERENCES programme_purse (city, id)
) @strict;
CREATE INDEX programme_change_year ON programme_change (city, year, recorded_at);
CREATE INDEX programme_change_purse ON programme_change (city, purse);

-- A proposed hold is here alone; one in force is the ledger's too, under the same id. kinds: names between spaces.
CREATE TABLE programme_hold (
    city @int NOT NULL,
    id @id NOT NULL,
    scope @code NOT NULL CHECK (scope IN ('city', 'kelurahan', 'pokmas', 'purse')),
    scope_id @code NOT NULL,
    scope_name @text NOT NULL,
    kinds @code NOT NULL,
    reason @text NOT NULL,
    letter @text NOT NULL,
    letter_on @date NOT NULL,
    signatory @text NOT NULL,
    from_on @date,
    review_on @date,
    lift_letter @text,
    lifted_on @date,
    made_at @code NOT NULL,
    made_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;

CREATE TABLE programme_series (
    city @int NOT NULL,
    year @int NOT NULL,
    series @code NOT NULL CHECK (series <> ''),
    last @int NOT NULL CHECK (last > 0),
    PRIMARY KEY (city, year, series)
) @strict;

-- For lists and figures of the rooms above; money comes from ledger_v_purse.
CREATE VIEW programme_v_purse AS
SELECT p.city, p.id, p.year, p.envelope, p.position, p.unit, p.unit_code, p.unit_name, p.kelurahan, p.search, l.pokmas, l.state
FROM programme_purse p
JOIN ledger_v_holder l ON l.city = p.city AND l.id = p.id;

CREATE VIEW programme_v_year AS
SELECT y.city, y.year, y.id, y.pack_version, y.scheme, y.opened_on, y.closed_on, w.state
FROM programme_year y
JOIN workflow_v_state w ON w.city = y.city AND w.machine = 'year' AND w.subject = y.id;
