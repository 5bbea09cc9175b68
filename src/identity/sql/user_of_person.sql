-- The account of a person.
SELECT id, login FROM identity_user WHERE city = $1 AND person = $2
