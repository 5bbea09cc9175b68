-- A new region.
INSERT INTO territory_region (city, id, level, code, parent, name, name_fold, valid_from, valid_until, households, population, latitude_e6, longitude_e6, example)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
