-- A hold on postings
INSERT INTO ledger_hold (city, id, scope, scope_id, kinds, from_on, until_on, letter, signatory, placed_at, placed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
