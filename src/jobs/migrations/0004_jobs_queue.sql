-- The outbox: what happened, in order, without gaps in a city. Readers follow it by number after commit.
CREATE TABLE jobs_event (
    city @int NOT NULL,
    number @int NOT NULL CHECK (number > 0),
    at @code NOT NULL,
    kind @code NOT NULL,
    subject @code NOT NULL,
    payload @text NOT NULL,
    PRIMARY KEY (city, number)
) @strict;

CREATE TABLE jobs_cursor (
    city @int NOT NULL,
    reader @code NOT NULL,
    number @int NOT NULL CHECK (number >= 0),
    PRIMARY KEY (city, reader)
) @strict;

CREATE TABLE jobs_job (
    city @int NOT NULL,
    id @id NOT NULL,
    kind @code NOT NULL,
    payload @text NOT NULL,
    made_by @id NOT NULL,
    made_at @code NOT NULL,
    state @code NOT NULL CHECK (state IN ('queued', 'running', 'done', 'dead')),
    attempts @int NOT NULL CHECK (attempts >= 0),
    run_after @code NOT NULL,
    lease_until @code,
    progress @int NOT NULL CHECK (progress >= 0),
    total @int NOT NULL CHECK (total >= 0),
    message @text NOT NULL,
    result @text NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX jobs_job_waiting ON jobs_job (city, state, run_after);
CREATE INDEX jobs_job_made_by ON jobs_job (city, made_by, id);

CREATE TABLE jobs_schedule (
    city @int NOT NULL,
    name @code NOT NULL,
    last_run @date NOT NULL,
    PRIMARY KEY (city, name)
) @strict;
