-- A lost phone, a new password, a disabled account.
DELETE FROM identity_session WHERE city = $1 AND app_user = $2
