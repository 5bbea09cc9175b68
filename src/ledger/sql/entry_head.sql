-- The head of an entry
SELECT number, kind, occurred_on, recorded_at, made_at, actor, person, year, subject_kind, subject, text, reverses
FROM ledger_entry WHERE city = $1 AND id = $2
