-- The state of every machine's items, and nothing else holds it. `waits_for` is the permission of who is next; '' at an end.
CREATE TABLE workflow_item (
    city @int NOT NULL,
    id @id NOT NULL,
    machine @code NOT NULL,
    subject @id NOT NULL,
    title @text NOT NULL,
    state @code NOT NULL,
    version @int NOT NULL CHECK (version > 0),
    place @code NOT NULL,
    pokmas @code NOT NULL,
    waits_for @code NOT NULL,
    due @date,
    since @code NOT NULL,
    entered_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE UNIQUE INDEX workflow_item_subject ON workflow_item (city, machine, subject);
CREATE INDEX workflow_item_inbox ON workflow_item (city, waits_for, place);
CREATE INDEX workflow_item_followed ON workflow_item (city, entered_by, since);

CREATE TABLE workflow_history (
    city @int NOT NULL,
    item @id NOT NULL,
    number @int NOT NULL CHECK (number > 0),
    event @code NOT NULL,
    from_state @code NOT NULL,
    to_state @code NOT NULL,
    actor @id NOT NULL,
    person @id NOT NULL,
    actor_name @text NOT NULL,
    role @code NOT NULL,
    at @code NOT NULL,
    reason @text NOT NULL,
    evidence @text NOT NULL,
    PRIMARY KEY (city, item, number),
    FOREIGN KEY (city, item) REFERENCES workflow_item (city, id)
) @strict;

-- For lists and figures of the rooms whose subjects these are.
CREATE VIEW workflow_v_state AS
SELECT city, machine, subject, state, version, place, pokmas, waits_for, due, since, entered_by FROM workflow_item;
