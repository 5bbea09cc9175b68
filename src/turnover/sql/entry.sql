-- One line of a cash book.
SELECT business, on_day, kind, voided_at FROM turnover_entry WHERE city = $1 AND id = $2
