-- What became of the order under way.
UPDATE payout_sp2d SET outcome = $3, outcome_on = $4, outcome_entry = $5, reason = $6 WHERE city = $1 AND tranche = $2 AND outcome = 'under_way'
