-- Why parts of an expense did not stay.
SELECT id, kind, stage, amount, tax, debtor_name, account, reason, undone_on, entry, actor_name FROM spending_undoing WHERE city = $1 AND expense = $2 ORDER BY recorded_at, id
