-- Days on which offices are closed by decree: deadlines in working days pass over them. Loaded from the yearly list.
CREATE TABLE workflow_holiday (
    city @int NOT NULL,
    day @date NOT NULL,
    name @text NOT NULL,
    joint_leave @bool NOT NULL,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, day)
) @strict;
