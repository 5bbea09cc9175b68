-- What approved plans reserve and no contract holds yet, by RW between $3 and $4
SELECT substr(p.unit_code, 1, 17) AS rw, CAST(SUM(m.rencana) AS BIGINT), COUNT(DISTINCT p.unit)
FROM programme_v_purse p
JOIN ledger_v_purse m ON m.city = p.city AND m.id = p.id
WHERE p.city = $1 AND p.year = $2 AND p.unit_code >= $3 AND p.unit_code < $4 AND m.rencana > 0
GROUP BY substr(p.unit_code, 1, 17)
ORDER BY rw
