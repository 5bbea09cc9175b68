-- Every token of a user stops working: a closed account.
UPDATE identity_bearer SET revoked_at = $3 WHERE city = $1 AND app_user = $2 AND revoked_at IS NULL
