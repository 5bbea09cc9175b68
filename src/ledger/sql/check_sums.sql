-- Entries whose books do not sum to zero (cash lines have year 0)
SELECT e.id, CAST(s.purses AS BIGINT), CAST(s.cash AS BIGINT)
FROM (SELECT entry, SUM(CASE WHEN year > 0 THEN amount ELSE 0 END) AS purses, SUM(CASE WHEN year = 0 THEN amount ELSE 0 END) AS cash
    FROM ledger_line WHERE city = $1 GROUP BY entry
    HAVING SUM(CASE WHEN year > 0 THEN amount ELSE 0 END) <> 0 OR SUM(CASE WHEN year = 0 THEN amount ELSE 0 END) <> 0) s
JOIN ledger_entry e ON e.city = $1 AND e.number = s.entry
ORDER BY e.number LIMIT 100
