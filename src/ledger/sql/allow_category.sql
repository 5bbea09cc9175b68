-- A category that an envelope may pay for
INSERT INTO ledger_allowed (city, year, envelope, category) VALUES ($1, $2, $3, $4)
ON CONFLICT (city, year, envelope, category) DO NOTHING
