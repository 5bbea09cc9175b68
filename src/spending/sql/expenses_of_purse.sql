-- Expenses that a purse bears, latest first; what was withdrawn is left out.
SELECT e.id, s.purse, s.line, e.number, e.occurred_on, e.supplier_name, e.receipt, e.description, s.category, e.spend_kind, e.state, e.gross, e.withheld, e.paid, e.papers_missing, s.amount, s.accepted,
    s.undone, e.accepted_on, e.recorded_at, e.marks
FROM spending_share s
JOIN spending_v_expense e ON e.city = s.city AND e.id = s.expense
WHERE s.city = $1 AND s.purse = $2 AND e.live = TRUE ORDER BY e.occurred_on DESC, e.number DESC, s.position
