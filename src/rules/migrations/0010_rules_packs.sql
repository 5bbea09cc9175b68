-- Rule packs as they were put in, each with who released it. The text is the truth; the program parses it once a hash.
CREATE TABLE rules_pack (
    city @int NOT NULL,
    year @int NOT NULL CHECK (year > 2000),
    version @int NOT NULL CHECK (version > 0),
    hash @code NOT NULL,
    text @text NOT NULL,
    note @text NOT NULL,
    loaded_by @id NOT NULL,
    loaded_person @id NOT NULL,
    loaded_at @code NOT NULL,
    released_by @id,
    released_person @id,
    released_at @code,
    letter @text,
    letter_date @date,
    PRIMARY KEY (city, year, version),
    -- Two persons, and no release without its letter.
    CHECK (released_person IS NULL OR released_person <> loaded_person),
    CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (released_person IS NULL)
        AND (released_at IS NULL) = (letter IS NULL) AND (released_at IS NULL) = (letter_date IS NULL))
) @strict;
CREATE INDEX rules_pack_released ON rules_pack (city, year, released_at);
