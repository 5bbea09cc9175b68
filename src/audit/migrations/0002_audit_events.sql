-- The trail: who did what, gapless per city, each event carrying the hash of the one before. Nothing changes or removes a row.
CREATE TABLE audit_event (
    city @int NOT NULL,
    number @int NOT NULL CHECK (number > 0),
    at @code NOT NULL,
    actor @id NOT NULL,
    person @id NOT NULL,
    operation @code NOT NULL,
    request @id NOT NULL,
    subject_kind @code NOT NULL,
    subject @code NOT NULL,
    place @code NOT NULL,
    summary @text NOT NULL,
    reason @text NOT NULL,
    previous_hash @code NOT NULL,
    hash @code NOT NULL,
    PRIMARY KEY (city, number)
) @strict;
CREATE INDEX audit_event_subject ON audit_event (city, subject_kind, subject, number);
CREATE INDEX audit_event_actor ON audit_event (city, actor, number);

-- @only sqlite
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'audit_event is append-only'); END;
-- @end
-- @only postgres
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit_event is append-only' USING ERRCODE = 'check_violation'; END $$;
CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
-- @end
