-- The deposit of this entry was taken back.
UPDATE spending_deposit SET taken_back = $3 WHERE city = $1 AND entry = $2
