-- One region came out of another.
INSERT INTO territory_succession (city, predecessor, successor, happened_on, kind) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (city, predecessor, successor) DO NOTHING
