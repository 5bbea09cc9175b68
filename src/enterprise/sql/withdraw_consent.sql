-- The owner takes the yes back; the contact was there for the public page only and goes with it.
UPDATE enterprise_consent SET withdrawn_on = $3, withdrawn_by = $4, withdrawn_by_name = $5, withdrawn_at = $6, withdrawn_reason = $7, contact = ''
WHERE city = $1 AND product = $2 AND withdrawn_at IS NULL
