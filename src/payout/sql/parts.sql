-- How a tranche is split.
SELECT purse, category, amount FROM payout_part WHERE city = $1 AND tranche = $2 ORDER BY purse, category
