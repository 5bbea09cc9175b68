-- Officers of a group.
INSERT INTO payout_officer (city, pokmas, position, person, from_on) VALUES
-- @rows
($1, $2, $3, $4, $5)
