-- A picture behind the others; one that is there already stays where it is.
INSERT INTO enterprise_photo (city, product, sha256, place, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
