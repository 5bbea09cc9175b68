-- What a group serves.
INSERT INTO payout_service (city, pokmas, rw, from_on) VALUES
-- @rows
($1, $2, $3, $4)
