-- The taxes of expenses pass with the purse that bears them.
UPDATE spending_tax SET pokmas = $3
WHERE city = $1 AND expense IN (SELECT s.expense FROM spending_share s WHERE s.city = $1 AND s.purse = $2 AND s.position = (
    SELECT MIN(o.position) FROM spending_share o WHERE o.city = s.city AND o.expense = s.expense))
