-- The owner's yes to a public page, where it holds.
SELECT id, given_on, given_by, paper, contact, entered_by_name FROM enterprise_consent WHERE city = $1 AND product = $2 AND withdrawn_at IS NULL
