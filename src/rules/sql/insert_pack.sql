-- A pack that nobody released yet
INSERT INTO rules_pack (city, year, version, hash, text, note, loaded_by, loaded_person, loaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
