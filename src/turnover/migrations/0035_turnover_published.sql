-- What is shown of groups: made by the night and kept as it was, so that who looks before and after a late record does not learn what one business sold.
ALTER TABLE turnover_figure ADD COLUMN changed_at @code;

-- A group of a month as it was last published; hidden ones without a number. `breakdown` "kota" is everybody.
CREATE TABLE turnover_published (
    city @int NOT NULL,
    month @code NOT NULL,
    breakdown @code NOT NULL,
    group_key @code NOT NULL,
    shown @bool NOT NULL,
    businesses @int NOT NULL,
    quarter @money NOT NULL,
    median @money NOT NULL,
    three_quarters @money NOT NULL,
    mix @text NOT NULL,
    taken_at @code NOT NULL,
    PRIMARY KEY (city, month, breakdown, group_key)
) @strict;
CREATE INDEX turnover_published_group ON turnover_published (city, breakdown, group_key, month);

-- When the night last looked at a published month.
CREATE TABLE turnover_publication (
    city @int NOT NULL,
    month @code NOT NULL,
    first_at @code NOT NULL,
    looked_at @code NOT NULL,
    PRIMARY KEY (city, month)
) @strict;
