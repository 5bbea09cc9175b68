-- Progress with its photos, accountability reports (LPJ) with what was sent back, findings.
-- The states of a report and of a finding are their workflow items (machines `lpj` and `finding`).

-- `activity` is '' for everything that the purse pays.
CREATE TABLE reporting_progress (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    purse @id NOT NULL,
    unit @id NOT NULL,
    unit_code @code NOT NULL,
    unit_name @text NOT NULL,
    activity @text NOT NULL,
    activity_fold @code NOT NULL,
    stage @int NOT NULL CHECK (stage IN (0, 25, 50, 75, 100)),
    observed_on @date NOT NULL,
    note @text NOT NULL,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    recorded_name @text NOT NULL,
    made_at @code,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX reporting_progress_purse ON reporting_progress (city, purse, observed_on);
CREATE INDEX reporting_progress_unit ON reporting_progress (city, unit, year, observed_on);

-- `paper`: foto (the work) or papan (the notice board on site).
CREATE TABLE reporting_photo (
    city @int NOT NULL,
    progress @id NOT NULL,
    position @int NOT NULL,
    paper @code NOT NULL CHECK (paper IN ('foto', 'papan')),
    sha256 @code NOT NULL,
    PRIMARY KEY (city, progress, position),
    FOREIGN KEY (city, progress) REFERENCES reporting_progress (city, id)
) @strict;

-- One report a pokmas and year. `rounds` counts how often it was sent; `due_on` is the year's deadline, which returns do not move.
CREATE TABLE reporting_lpj (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    year @int NOT NULL,
    place @code NOT NULL,
    kelurahan @code NOT NULL,
    name @text NOT NULL,
    opened_on @date NOT NULL,
    due_on @date NOT NULL,
    rounds @int NOT NULL CHECK (rounds >= 0),
    submitted_on @date,
    accepted_on @date,
    search @code NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, pokmas, year)
) @strict;
CREATE INDEX reporting_lpj_place ON reporting_lpj (city, year, place);

-- Each time it came back: which document, and what mends it.
CREATE TABLE reporting_return (
    city @int NOT NULL,
    lpj @id NOT NULL,
    round @int NOT NULL,
    position @int NOT NULL,
    document @text NOT NULL,
    fix @text NOT NULL,
    actor_name @text NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, lpj, round, position),
    FOREIGN KEY (city, lpj) REFERENCES reporting_lpj (city, id)
) @strict;

-- What was lacking, or warned of, when somebody decided: codes and numbers as JSON, worded when shown.
CREATE TABLE reporting_decision (
    city @int NOT NULL,
    lpj @id NOT NULL,
    id @id NOT NULL,
    decision @code NOT NULL,
    pack_version @int NOT NULL,
    verdicts @text NOT NULL,
    actor @id NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, lpj, id),
    FOREIGN KEY (city, lpj) REFERENCES reporting_lpj (city, id)
) @strict;

-- `purse` is NULL when the finding is about the pokmas as a whole. `amount` is what is to be recovered.
CREATE TABLE reporting_finding (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    pokmas @id NOT NULL,
    purse @id,
    place @code NOT NULL,
    place_name @text NOT NULL,
    number @code NOT NULL,
    title @text NOT NULL,
    description @text NOT NULL,
    severity @code NOT NULL CHECK (severity IN ('note', 'serious', 'critical')),
    amount @money NOT NULL CHECK (amount >= 0),
    response @text NOT NULL,
    closing @text NOT NULL,
    opened_on @date NOT NULL,
    closed_on @date,
    search @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX reporting_finding_pokmas ON reporting_finding (city, pokmas, closed_on);
CREATE INDEX reporting_finding_place ON reporting_finding (city, year, place);

-- For lists and figures of the rooms above.
CREATE VIEW reporting_v_lpj AS
SELECT l.city, l.id, l.pokmas, l.year, l.place, l.kelurahan, l.name, l.opened_on, l.due_on, l.rounds, l.submitted_on, l.accepted_on, w.state, w.due, w.since, w.waits_for
FROM reporting_lpj l
JOIN workflow_v_state w ON w.city = l.city AND w.machine = 'lpj' AND w.subject = l.id;

-- Photos of works, newest last: before and after of a unit.
CREATE VIEW reporting_v_photo AS
SELECT g.city, g.id, g.year, g.purse, g.unit, g.unit_code, g.unit_name, g.activity, g.stage, g.observed_on, g.recorded_at, p.position, p.paper, p.sha256
FROM reporting_progress g
JOIN reporting_photo p ON p.city = g.city AND p.progress = g.id;

CREATE VIEW reporting_v_finding AS
SELECT f.city, f.id, f.year, f.pokmas, f.purse, f.place, f.number, f.title, f.severity, f.amount, f.opened_on, f.closed_on, w.state, w.due, w.since
FROM reporting_finding f
JOIN workflow_v_state w ON w.city = f.city AND w.machine = 'finding' AND w.subject = f.id;
