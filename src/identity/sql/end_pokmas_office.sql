-- Who leaves a pokmas holds its office no longer: $5 is the last day, or the first where it began later.
UPDATE identity_grant SET valid_until = CASE WHEN valid_from > $5 THEN valid_from ELSE $5 END
WHERE city = $1 AND person = $2 AND role = $3 AND pokmas = $4 AND NOT refused AND (valid_until IS NULL OR valid_until > $5)
RETURNING id
