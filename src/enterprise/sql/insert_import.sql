-- A list that was taken in.
INSERT INTO enterprise_import (city, id, source, as_of, place, lines, entered, known, twice, pairs, made_by, made_by_name, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
