-- What live tranches take from a contract, by line and tranche number.
SELECT s.purse, s.category, s.amount, t.number, t.id, w.state
FROM payout_part s
JOIN payout_tranche t ON t.city = s.city AND t.id = s.tranche
JOIN workflow_v_state w ON w.city = t.city AND w.machine = 'tranche' AND w.subject = t.id
WHERE s.city = $1 AND s.contract = $2 AND w.state <> 'withdrawn'
