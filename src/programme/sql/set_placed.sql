-- A proposal was followed: the decision's letter takes the place of the proposal's.
UPDATE programme_hold SET letter = $3, letter_on = $4, signatory = $5, from_on = $4, review_on = $6, kinds = $7, reason = $8 WHERE city = $1 AND id = $2
