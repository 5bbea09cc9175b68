-- What a business reached beside its papers, what desks said about papers that are in process, and which courses help over which step.

-- A step that was reached: its day, what shows it, who looked. `lost_on`: it was lost again (a shop stopped ordering, a worker left). `dropped_at`: it was written
-- down by mistake and never was.
CREATE TABLE ladder_step (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    step @code NOT NULL CHECK (step IN ('rumah', 'bazar', 'daring', 'titip', 'toko', 'jaringan', 'catatan', 'aplikasi', 'pekerja', 'pekerja_lima', 'rekening', 'kredit')),
    reached_on @date NOT NULL,
    note @text NOT NULL,
    file @code,
    entered_by @id NOT NULL,
    entered_person @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    result @code CHECK (result IN ('seen', 'not_seen')),
    checked_by @id,
    checked_by_name @text NOT NULL,
    checked_at @code,
    checked_where @text NOT NULL,
    check_file @code,
    lost_on @date,
    lost_reason @text NOT NULL,
    lost_by_name @text NOT NULL,
    dropped_at @code,
    dropped_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    CHECK ((result IS NULL) = (checked_by IS NULL)),
    CHECK (checked_by IS NULL OR checked_by <> entered_by),
    CHECK (result IS NULL OR result <> 'seen' OR file IS NOT NULL OR check_file IS NOT NULL),
    CHECK (lost_on IS NULL OR lost_on >= reached_on)
) @strict;
-- A business stands on a step once at a time.
CREATE UNIQUE INDEX ladder_step_held ON ladder_step (city, business, step) WHERE lost_on IS NULL AND dropped_at IS NULL AND (result IS NULL OR result = 'seen');
CREATE INDEX ladder_step_business ON ladder_step (city, business);

-- What a desk said about something that was asked for: newest counts. The application itself is a row of the registry.
CREATE TABLE ladder_word (
    city @int NOT NULL,
    id @id NOT NULL,
    application @id NOT NULL,
    number @text NOT NULL,
    expected_until @date,
    note @text NOT NULL,
    said_by @id NOT NULL,
    said_by_name @text NOT NULL,
    said_at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX ladder_word_application ON ladder_word (city, application, said_at);

-- Which topic of the courses is the clinic for a step: what its seats cost is read from there.
CREATE TABLE ladder_clinic (
    city @int NOT NULL,
    step @code NOT NULL,
    topic @code NOT NULL,
    linked_by @id NOT NULL,
    linked_by_name @text NOT NULL,
    linked_at @code NOT NULL,
    PRIMARY KEY (city, step, topic)
) @strict;

-- The first time that a business that stands for itself took each step: a paper by when it was first proven, another step by its day. `at` is an instant
-- or a day; both sort among each other.
CREATE VIEW ladder_v_taken AS
SELECT l.city AS city, l.business AS business, l.kind AS step, min(l.checked_at) AS at, 'yes' AS proven
FROM enterprise_v_licence l WHERE l.proven = 'yes' GROUP BY l.city, l.business, l.kind
UNION ALL
SELECT t.city AS city, s.standing AS business, t.step AS step, min(CAST(t.reached_on AS TEXT)) AS at, max(CASE WHEN t.result = 'seen' THEN 'yes' ELSE 'no' END) AS proven
FROM ladder_step t JOIN enterprise_v_standing s ON s.city = t.city AND s.id = t.business
WHERE t.dropped_at IS NULL AND (t.result IS NULL OR t.result = 'seen') GROUP BY t.city, s.standing, t.step;
