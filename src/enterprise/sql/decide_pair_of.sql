-- What somebody said of two that may be one.
UPDATE enterprise_pair SET state = $4, decided_by = $5, decided_by_name = $6, decided_at = $7, decided_reason = $8 WHERE city = $1 AND a = $2 AND b = $3
