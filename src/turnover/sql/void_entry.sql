-- A line that was a mistake: it stays to be seen and counts nothing.
UPDATE turnover_entry SET voided_at = $3 WHERE city = $1 AND id = $2 AND voided_at IS NULL
