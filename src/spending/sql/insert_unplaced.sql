-- Bought, but no purse can bear it.
INSERT INTO spending_unplaced (city, id, pokmas, place, year, party, party_name, supplier_name, receipt, description, amount, reason, bought_on, entry, state, recorded_at, recorded_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'open', $15, $16)
