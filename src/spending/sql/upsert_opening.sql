-- Somebody opened an expense to look at it.
INSERT INTO spending_opening (city, expense, actor, at) VALUES ($1, $2, $3, $4) ON CONFLICT (city, expense, actor) DO UPDATE SET at = excluded.at
