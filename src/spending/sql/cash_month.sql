-- The signings of a month, newest first, with their state.
SELECT m.id, m.bank, m.kas, m.panjar, m.book_rows, m.treasurer, m.treasurer_name, m.treasurer_at, m.chair_name, m.chair_at, w.state
FROM spending_month m
JOIN workflow_v_state w ON w.city = m.city AND w.machine = 'cash_month' AND w.subject = m.id
WHERE m.city = $1 AND m.pokmas = $2 AND m.month = $3
ORDER BY m.id DESC
