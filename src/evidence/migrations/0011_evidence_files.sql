-- Files by the hash of their bytes, and what each of them proves. The bytes lie in the evidence folder before the row is written.
CREATE TABLE evidence_file (
    city @int NOT NULL,
    sha256 @code NOT NULL,
    size @int NOT NULL,
    content_type @code NOT NULL,
    added_by @id NOT NULL,
    added_at @code NOT NULL,
    -- What the photo says of itself: claims, never facts.
    taken_at @code,
    latitude_e6 @int,
    longitude_e6 @int,
    PRIMARY KEY (city, sha256)
) @strict;

CREATE TABLE evidence_link (
    city @int NOT NULL,
    subject_kind @code NOT NULL,
    subject @code NOT NULL,
    paper @code NOT NULL,
    sha256 @code NOT NULL,
    note @text NOT NULL,
    added_by @id NOT NULL,
    added_at @code NOT NULL,
    PRIMARY KEY (city, subject_kind, subject, paper, sha256),
    FOREIGN KEY (city, sha256) REFERENCES evidence_file (city, sha256)
) @strict;
-- One file used twice is found.
CREATE INDEX evidence_link_file ON evidence_link (city, sha256);
