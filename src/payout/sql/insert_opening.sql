-- A list that waits for a second person.
INSERT INTO payout_opening (city, id, year, cut_off, paper, listed, purse_count, pokmas_count, amount, held, made_at, made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
