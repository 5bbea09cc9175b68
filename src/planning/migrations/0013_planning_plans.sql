-- Plans (RAB): one a unit and year over all its purses, in revisions; reference prices; what the rules said at each decision.

-- `revision` is the newest, `approved_revision` the one in force. `editors`: users and persons who entered something, between spaces.
CREATE TABLE planning_plan (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL CHECK (year > 2000),
    unit @id NOT NULL,
    unit_code @code NOT NULL,
    unit_name @text NOT NULL,
    kelurahan @code NOT NULL,
    kelurahan_name @text NOT NULL,
    search @code NOT NULL,
    revision @int NOT NULL CHECK (revision > 0),
    revision_id @id NOT NULL,
    approved_revision @int,
    amount @money NOT NULL,
    version @int NOT NULL CHECK (version > 0),
    pack_version @int NOT NULL,
    editors @text NOT NULL,
    created_at @code NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, year, unit)
) @strict;
CREATE INDEX planning_plan_code ON planning_plan (city, year, unit_code);

-- `id` is the subject of the machine "rab"; the first one's is the plan's. An addendum names its reason and paper.
CREATE TABLE planning_revision (
    city @int NOT NULL,
    plan @id NOT NULL,
    number @int NOT NULL CHECK (number > 0),
    id @id NOT NULL,
    based_on @int,
    reason @text NOT NULL,
    evidence @text NOT NULL,
    amount @money NOT NULL,
    approved_at @code,
    started_at @code NOT NULL,
    PRIMARY KEY (city, plan, number),
    UNIQUE (city, id),
    FOREIGN KEY (city, plan) REFERENCES planning_plan (city, id)
) @strict;

-- A line keeps its id through the revisions: expenses name it.
CREATE TABLE planning_line (
    city @int NOT NULL,
    plan @id NOT NULL,
    revision @int NOT NULL,
    number @int NOT NULL,
    id @id NOT NULL,
    purse @id NOT NULL,
    envelope @code NOT NULL,
    category @code NOT NULL CHECK (category <> ''),
    activity @text NOT NULL,
    item @text NOT NULL,
    specification @text NOT NULL,
    unit @text NOT NULL,
    quantity @int NOT NULL CHECK (quantity > 0),
    unit_price @money NOT NULL CHECK (unit_price >= 0),
    amount @money NOT NULL CHECK (amount >= 0),
    spend_kind @code NOT NULL,
    reference_price @money,
    dropped_on @date,
    dropped_reason @text,
    PRIMARY KEY (city, plan, revision, number),
    UNIQUE (city, id, revision),
    FOREIGN KEY (city, plan, revision) REFERENCES planning_revision (city, plan, number)
) @strict;
CREATE INDEX planning_line_purse ON planning_line (city, purse, revision);

-- The city's standard prices; place '' is the whole city. Several for one item: the nearest place, then the newest.
CREATE TABLE planning_price (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    place @code NOT NULL,
    item @text NOT NULL,
    item_fold @code NOT NULL,
    unit @text NOT NULL,
    unit_fold @code NOT NULL,
    price @money NOT NULL CHECK (price > 0),
    source @text NOT NULL,
    valid_from @date NOT NULL,
    valid_until @date,
    entered_by @id NOT NULL,
    recorded_at @code NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, year, item_fold, unit_fold, place, valid_from)
) @strict;

-- What the rules said when somebody decided: codes and numbers as JSON, worded when shown.
CREATE TABLE planning_verdict (
    city @int NOT NULL,
    plan @id NOT NULL,
    revision @int NOT NULL,
    number @int NOT NULL,
    decision @code NOT NULL,
    pack_version @int NOT NULL,
    verdicts @text NOT NULL,
    actor @id NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, plan, revision, number),
    FOREIGN KEY (city, plan, revision) REFERENCES planning_revision (city, plan, number)
) @strict;

-- Who opened which version: several are approved at once only by who saw each.
CREATE TABLE planning_view (
    city @int NOT NULL,
    plan @id NOT NULL,
    actor @id NOT NULL,
    version @int NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, plan, actor),
    FOREIGN KEY (city, plan) REFERENCES planning_plan (city, id)
) @strict;

-- For other rooms: each plan with the state of its newest revision.
CREATE VIEW planning_v_plan AS
SELECT p.city, p.id, p.year, p.unit, p.unit_code, p.unit_name, p.kelurahan, p.kelurahan_name, p.revision, p.approved_revision, p.amount, p.version, p.pack_version,
    w.state, w.due, w.since, w.waits_for
FROM planning_plan p
JOIN workflow_v_state w ON w.city = p.city AND w.machine = 'rab' AND w.subject = p.revision_id;

-- For other rooms: the lines in force.
CREATE VIEW planning_v_line AS
SELECT l.city, l.id, l.plan, p.year, p.unit, p.unit_code, p.kelurahan, l.number, l.purse, l.envelope, l.category, l.activity, l.item, l.specification, l.unit AS measure, l.quantity,
    l.unit_price, l.amount, l.spend_kind
FROM planning_line l
JOIN planning_plan p ON p.city = l.city AND p.id = l.plan AND p.approved_revision = l.revision
WHERE l.dropped_on IS NULL;
