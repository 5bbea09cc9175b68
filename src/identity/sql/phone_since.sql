-- From now on the account of a person has the number that it has.
UPDATE identity_user SET phone_since = $3 WHERE city = $1 AND person = $2
