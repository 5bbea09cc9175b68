-- The payment of this entry was taken back: its number is free again.
UPDATE spending_tax_payment SET taken_back = $3 WHERE city = $1 AND entry = $2
