-- Expenses that wait for this permission in a place, risky ones first, then by deadline.
SELECT e.id, e.number, e.place_name, e.envelope, e.supplier_name, e.description, e.gross, e.marks, e.papers_missing, w.due, e.purse, e.category, w.state, e.pokmas
FROM workflow_v_state w
JOIN spending_expense e ON e.city = w.city AND e.id = w.subject
WHERE w.city = $1 AND w.machine = 'expense' AND w.waits_for = $2 AND w.place >= $3 AND w.place < $4
ORDER BY CASE WHEN e.marks > 0 OR e.papers_missing <> '' THEN 0 ELSE 1 END, w.due, e.number LIMIT 200
