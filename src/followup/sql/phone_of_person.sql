-- The sealed number of a person.
SELECT phone_sealed FROM identity_v_person WHERE city = $1 AND id = $2
