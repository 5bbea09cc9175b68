-- Purchases from the same supplier that are near in time or have the same receipt number: split bills, receipts used twice.
SELECT id, number, receipt_fold, gross, occurred_on, pokmas, joint FROM spending_expense
WHERE city = $1 AND supplier = $2 AND live = TRUE AND ((occurred_on >= $3 AND occurred_on <= $4 AND pokmas = $5) OR (receipt_fold = $6 AND gross = $7 AND receipt_fold <> ''))
ORDER BY recorded_at, id LIMIT 50
