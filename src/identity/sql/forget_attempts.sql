-- A right password forgives.
DELETE FROM identity_attempt WHERE city = $1 AND account_hash = $2
