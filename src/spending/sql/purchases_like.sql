-- Purchases from the same supplier: of the same pokmas and year near in time (split bills), and of anybody with the same receipt and amount (receipts used twice).
SELECT id, number, receipt_fold, gross, occurred_on, pokmas, joint, recorded_at FROM spending_expense
WHERE city = $1 AND pokmas = $5 AND year = $8 AND occurred_on >= $3 AND occurred_on <= $4 AND supplier = $2 AND live = TRUE
UNION
SELECT id, number, receipt_fold, gross, occurred_on, pokmas, joint, recorded_at FROM spending_expense
WHERE city = $1 AND supplier = $2 AND receipt_fold = $6 AND receipt_fold <> '' AND gross = $7 AND live = TRUE
ORDER BY 8, 1 LIMIT 50
