-- The lurah confirms what the secretary entered.
UPDATE identity_grant SET awaits_confirmation = FALSE WHERE city = $1 AND id = $2 AND awaits_confirmation
