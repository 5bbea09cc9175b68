-- Money of every kelurahan and envelope by stage
SELECT s.year, s.kelurahan, s.envelope, s.stage, s.amount
FROM ledger_place s
WHERE s.city = $1 AND s.year = $2
ORDER BY s.kelurahan, s.envelope
