-- A report is opened; nothing when there is one.
INSERT INTO reporting_lpj (city, id, pokmas, year, place, kelurahan, name, opened_on, due_on, rounds, search)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10) ON CONFLICT (city, pokmas, year) DO NOTHING
