-- Whose order carries this number.
SELECT tranche FROM payout_sp2d WHERE city = $1 AND number_fold = $2 ORDER BY tranche LIMIT 2
