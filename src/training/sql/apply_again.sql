-- Who withdrew applies again.
UPDATE training_seat SET household = $3, household_sealed = $4, idea = $5, poor = $6, came_by = $7, state = 'applied', state_reason = '', deviates = FALSE, decided_by = NULL, decided_by_name = '', decided_at = NULL,
    version = version + 1, entered_by = $8, entered_by_name = $9, entered_at = $10, consent_on = $11
WHERE city = $1 AND id = $2
