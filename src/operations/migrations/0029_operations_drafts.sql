-- What a phone sent and was refused, or what another had changed meanwhile: kept for its sender until it is sent again or given up, never lost.
-- `input` is sealed: it may hold numbers of persons. `error` is the refusal as codes and numbers, worded when shown. `title` is what the phone called it.
CREATE TABLE operations_draft (
    city @int NOT NULL,
    app_user @id NOT NULL,
    id @id NOT NULL,
    operation @code NOT NULL,
    title @text NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('refused', 'conflict')),
    input @text NOT NULL,
    error @text NOT NULL,
    device @code NOT NULL,
    made_at @code NOT NULL,
    received_at @code NOT NULL,
    ended_at @code,
    ended_how @code CHECK (ended_how IN ('done', 'dropped')),
    PRIMARY KEY (city, app_user, id)
) @strict;
CREATE INDEX operations_draft_open ON operations_draft (city, app_user, received_at) WHERE ended_at IS NULL;
