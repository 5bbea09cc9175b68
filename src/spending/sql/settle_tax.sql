-- A part of a tax was paid to the treasury.
UPDATE spending_tax SET paid = paid + $4 WHERE city = $1 AND expense = $2 AND key = $3 AND amount - undone - paid >= $4
