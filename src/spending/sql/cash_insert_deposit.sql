-- Money that went to the treasury.
INSERT INTO spending_deposit (city, id, pokmas, entry, kind, slip, slip_fold, deposited_on, amount, recorded_at, recorded_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
