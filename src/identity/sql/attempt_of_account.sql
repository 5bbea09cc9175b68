-- Failed sign-ins of an account.
SELECT failures, last_at FROM identity_attempt WHERE city = $1 AND account_hash = $2
