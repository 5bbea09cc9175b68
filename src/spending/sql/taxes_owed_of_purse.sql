-- What is still owed in taxes of expenses that a purse bears.
SELECT CAST(COALESCE(SUM(t.amount - t.undone - t.paid), 0) AS BIGINT) AS owed FROM spending_tax t
WHERE t.city = $1 AND t.expense IN (SELECT s.expense FROM spending_share s WHERE s.city = $1 AND s.purse = $2)
