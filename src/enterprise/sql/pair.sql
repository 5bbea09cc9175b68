-- Two that may be one.
SELECT id, a, b, score, reasons, state, decided_by_name, decided_at, decided_reason FROM enterprise_pair WHERE city = $1 AND id = $2
