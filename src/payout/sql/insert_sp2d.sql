-- An order to pay; the attempt counts by itself.
INSERT INTO payout_sp2d (city, tranche, attempt, number, number_fold, issued_on, entry, outcome, reason)
VALUES ($1, $2, (SELECT COUNT(*) + 1 FROM payout_sp2d WHERE city = $1 AND tranche = $2), $3, $4, $5, $6, 'under_way', '')
