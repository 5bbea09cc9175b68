-- Exactly once: the answer of every write by its request id, stored in the write's own transaction.
CREATE TABLE request (
    city @int NOT NULL,
    id @id NOT NULL,
    actor @id NOT NULL,
    digest @code NOT NULL,
    answer @text NOT NULL,
    made_at @code NOT NULL,
    recorded_at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
