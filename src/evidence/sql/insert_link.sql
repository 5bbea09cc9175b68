-- A file proves something.
INSERT INTO evidence_link (city, subject_kind, subject, paper, sha256, note, added_by, added_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (city, subject_kind, subject, paper, sha256) DO NOTHING
