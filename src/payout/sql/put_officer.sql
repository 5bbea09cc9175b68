-- Somebody takes an office, perhaps for the second time.
INSERT INTO payout_officer (city, pokmas, position, person, from_on) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (city, pokmas, position, person) DO UPDATE SET from_on = excluded.from_on, until_on = NULL
