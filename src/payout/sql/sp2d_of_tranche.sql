-- Every order of a tranche.
SELECT attempt, number, issued_on, outcome, outcome_on, reason FROM payout_sp2d WHERE city = $1 AND tranche = $2 ORDER BY attempt
