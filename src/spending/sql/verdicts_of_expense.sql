-- What the rules said at later decisions.
SELECT at, decision, pack_version, verdicts FROM spending_verdict WHERE city = $1 AND expense = $2 ORDER BY at
