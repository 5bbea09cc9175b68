-- A file.
SELECT sha256, size, content_type, taken_at, latitude_e6, longitude_e6, added_by FROM evidence_file WHERE city = $1 AND sha256 = $2
