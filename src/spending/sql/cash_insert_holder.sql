-- Somebody who holds or owes money at a pokmas.
INSERT INTO spending_holder (city, pokmas, id, name, name_fold) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (city, pokmas, id) DO NOTHING
