-- Work or goods given by residents.
INSERT INTO spending_gift (city, id, pokmas, purse, kind, given_on, value, what, giver, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
