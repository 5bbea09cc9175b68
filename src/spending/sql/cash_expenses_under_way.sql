-- Expenses of a purse whose items wait for somebody.
SELECT e.id, e.place FROM spending_expense e
JOIN workflow_v_state w ON w.city = e.city AND w.machine = 'expense' AND w.subject = e.id
WHERE e.city = $1 AND e.purse = $2 AND w.waits_for <> ''
