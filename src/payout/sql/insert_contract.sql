-- A signed contract.
INSERT INTO payout_contract (city, id, pokmas, year, number, signed_on, starts_on, ends_on, amount, version, end_number, end_reason, made_at, made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, '', '', $10, $11)
