-- Purses pass to another pokmas.
INSERT INTO spending_handover (city, id, from_pokmas, to_pokmas, minutes, handed_on, counted, entry, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
