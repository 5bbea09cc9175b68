-- The question is open again.
UPDATE enterprise_pair SET state = 'open', decided_by = NULL, decided_by_name = '', decided_at = NULL, decided_reason = '' WHERE city = $1 AND a = $2 AND b = $3
