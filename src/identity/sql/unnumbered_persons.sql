-- Persons of this name and place without a phone number and without an account: recorded by another room before they came in person.
SELECT p.id FROM identity_person p
WHERE p.city = $1 AND p.name_fold = $2 AND p.region = $3 AND p.phone_lookup IS NULL AND NOT EXISTS (SELECT 1 FROM identity_user u WHERE u.city = p.city AND u.person = p.id)
