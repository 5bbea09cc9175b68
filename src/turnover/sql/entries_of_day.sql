-- A day of a cash book, newest first.
SELECT id, on_day, kind, channel, cost, amount, note, entered_at, voided_at FROM turnover_entry
WHERE city = $1 AND business = $2 AND on_day = $3
ORDER BY entered_at DESC, id DESC
