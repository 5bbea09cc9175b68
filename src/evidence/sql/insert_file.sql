-- The file is known from now on; a file that was there stays as it was.
INSERT INTO evidence_file (city, sha256, size, content_type, added_by, added_at, taken_at, latitude_e6, longitude_e6)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (city, sha256) DO NOTHING
