-- The payment of this entry no longer pays the taxes of expenses.
UPDATE spending_tax SET paid = paid - (
    SELECT p.amount FROM spending_tax_payment_part p JOIN spending_tax_payment t ON t.city = p.city AND t.id = p.payment
    WHERE t.city = $1 AND t.entry = $2 AND p.expense = spending_tax.expense AND p.tax = spending_tax.key)
WHERE city = $1 AND EXISTS (
    SELECT 1 FROM spending_tax_payment_part p JOIN spending_tax_payment t ON t.city = p.city AND t.id = p.payment
    WHERE t.city = $1 AND t.entry = $2 AND p.expense = spending_tax.expense AND p.tax = spending_tax.key)
