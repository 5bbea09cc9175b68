-- What a pokmas paid, newest first, a row a kind of tax.
SELECT t.id, t.kind, t.number, t.paid_on, p.tax, CAST(SUM(p.amount) AS BIGINT), t.proof
FROM spending_tax_payment t
JOIN spending_tax_payment_part p ON p.city = t.city AND p.payment = t.id
WHERE t.city = $1 AND t.pokmas = $2 AND t.taken_back IS NULL
GROUP BY t.id, t.kind, t.number, t.paid_on, p.tax, t.proof
ORDER BY t.paid_on DESC, t.id DESC, p.tax
LIMIT 50
