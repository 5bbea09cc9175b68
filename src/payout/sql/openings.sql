-- Every list of opening balances, newest first.
SELECT o.id, o.year, o.cut_off, o.paper, o.listed, o.purse_count, o.pokmas_count, o.amount, o.held, w.state
FROM payout_opening o JOIN workflow_v_state w ON w.city = o.city AND w.machine = 'opening' AND w.subject = o.id
WHERE o.city = $1 ORDER BY o.made_at DESC, o.id DESC
