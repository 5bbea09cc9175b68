-- Writes the heads of entries
INSERT INTO ledger_entry (city, number, id, kind, occurred_on, recorded_at, made_at, actor, person, year, subject_kind, subject, text, reverses)
VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
