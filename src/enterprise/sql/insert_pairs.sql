-- Two that may be one.
INSERT INTO enterprise_pair (city, id, a, b, score, reasons, kelurahan, state, found_at, decided_by_name, decided_reason) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, 'open', $8, '', '')
ON CONFLICT (city, a, b) DO NOTHING
