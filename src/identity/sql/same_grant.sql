-- The same role of the same person at the same place between two days.
SELECT id FROM identity_grant
WHERE city = $1 AND person = $2 AND role = $3 AND place = $4 AND pokmas = $5 AND NOT refused AND valid_from <= $7 AND (valid_until IS NULL OR valid_until >= $6)
