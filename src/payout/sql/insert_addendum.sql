-- An addendum with its paper.
INSERT INTO payout_addendum (city, contract, number, id, paper, dated, change, reason, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
