-- Sign-in: the account of a login name.
SELECT id, person, login, password_hash, disabled FROM identity_user WHERE city = $1 AND login_fold = $2
