-- Attendance: who was there, how each mark was proven, slips of paper, what participants dispute.

-- One proof or correction. Never changed: a correction is a new row that names the one it replaces. `recorded_by` is absent where a participant marked
-- without an account; `device` is a keyed hash; `made_at` is what the device says.
CREATE TABLE training_mark (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    session @id NOT NULL,
    seat @id NOT NULL,
    present @bool NOT NULL,
    route @code NOT NULL CHECK (route IN ('qr', 'facilitator', 'paper', 'decision')),
    reason @text NOT NULL,
    file @code,
    device @code,
    corrects @id,
    made_at @code,
    recorded_at @code NOT NULL,
    recorded_by @id,
    recorded_person @id,
    recorded_by_name @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, session) REFERENCES training_session (city, id),
    FOREIGN KEY (city, seat) REFERENCES training_seat (city, id),
    CHECK (corrects IS NULL OR reason <> ''),
    CHECK (route <> 'paper' OR file IS NOT NULL)
) @strict;
CREATE INDEX training_mark_course ON training_mark (city, course, recorded_at);
CREATE INDEX training_mark_session ON training_mark (city, session, seat);

-- What holds now for a person at a meeting: one mark results. `routes` are the proofs that agree with it, by comma.
CREATE TABLE training_presence (
    city @int NOT NULL,
    session @id NOT NULL,
    seat @id NOT NULL,
    course @id NOT NULL,
    present @bool NOT NULL,
    mark @id NOT NULL,
    routes @code NOT NULL,
    PRIMARY KEY (city, session, seat),
    FOREIGN KEY (city, mark) REFERENCES training_mark (city, id)
) @strict;
CREATE INDEX training_presence_course ON training_presence (city, course);
CREATE INDEX training_presence_seat ON training_presence (city, seat);

-- A signed list that was photographed; `signatures` are those that somebody read off it.
CREATE TABLE training_paper (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    session @id NOT NULL,
    file @code NOT NULL,
    signatures @int NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, session) REFERENCES training_session (city, id)
) @strict;
CREATE INDEX training_paper_session ON training_paper (city, session);
CREATE INDEX training_paper_course ON training_paper (city, course);
CREATE INDEX training_paper_file ON training_paper (city, file);

-- A meeting is closed when everybody has a mark; opened again it keeps who closed it.
CREATE TABLE training_closing (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    session @id NOT NULL,
    note @text NOT NULL,
    closed_at @code NOT NULL,
    closed_by @id NOT NULL,
    closed_by_name @text NOT NULL,
    reopened_at @code,
    reopened_by_name @text NOT NULL,
    reopened_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, session) REFERENCES training_session (city, id)
) @strict;
CREATE UNIQUE INDEX training_closing_once ON training_closing (city, session) WHERE reopened_at IS NULL;
CREATE INDEX training_closing_course ON training_closing (city, course);

-- The slip in a participant's hand. Its code is made from its id and the keys; only its keyed hash stands here. A new slip ends the one before.
CREATE TABLE training_slip (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    seat @id NOT NULL,
    code_hash @code NOT NULL,
    printed_at @code NOT NULL,
    printed_by @id NOT NULL,
    printed_by_name @text NOT NULL,
    ended_at @code,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, seat) REFERENCES training_seat (city, id)
) @strict;
CREATE UNIQUE INDEX training_slip_code ON training_slip (city, code_hash);
CREATE UNIQUE INDEX training_slip_seat ON training_slip (city, seat) WHERE ended_at IS NULL;
CREATE INDEX training_slip_course ON training_slip (city, course);

-- "I was there", "I was not": what a participant says against a mark. Its state is in workflow_item (machine "attendance_dispute").
CREATE TABLE training_dispute (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    session @id NOT NULL,
    seat @id NOT NULL,
    says_present @bool NOT NULL,
    words @text NOT NULL,
    mark @id,
    opened_at @code NOT NULL,
    decision @code CHECK (decision IN ('upheld', 'rejected', 'withdrawn')),
    decided_at @code,
    decided_by @id,
    decided_by_name @text NOT NULL,
    decision_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, session) REFERENCES training_session (city, id),
    FOREIGN KEY (city, seat) REFERENCES training_seat (city, id)
) @strict;
CREATE UNIQUE INDEX training_dispute_open ON training_dispute (city, session, seat) WHERE decision IS NULL;
CREATE INDEX training_dispute_course ON training_dispute (city, course);
CREATE INDEX training_dispute_seat ON training_dispute (city, seat);

-- @only sqlite
CREATE TRIGGER training_mark_keep BEFORE UPDATE ON training_mark BEGIN SELECT RAISE(ABORT, 'training.mark_immutable'); END;
CREATE TRIGGER training_mark_hold BEFORE DELETE ON training_mark BEGIN SELECT RAISE(ABORT, 'training.mark_immutable'); END;
-- @end
-- @only postgres
CREATE FUNCTION training_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'training.mark_immutable' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER training_mark_keep BEFORE UPDATE OR DELETE ON training_mark FOR EACH ROW EXECUTE FUNCTION training_refuse();
CREATE TRIGGER training_mark_hold BEFORE TRUNCATE ON training_mark FOR EACH STATEMENT EXECUTE FUNCTION training_refuse();
-- @end

-- For lists and figures of rooms above. Nothing in it names a person.
CREATE VIEW training_v_presence AS
SELECT city, course, session, seat, present, routes FROM training_presence;
