-- A certificate is given, or taken back where all are absent.
UPDATE training_seat SET certificate_number = $3, certificate_code = $4, certificate_at = $5, version = version + 1 WHERE city = $1 AND id = $2
