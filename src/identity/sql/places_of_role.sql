-- Where a role is held on a day.
SELECT DISTINCT place FROM identity_grant
WHERE city = $1 AND role = $2 AND valid_from <= $3 AND (valid_until IS NULL OR valid_until >= $3) AND NOT awaits_confirmation AND NOT refused
