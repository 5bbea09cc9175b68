-- A business ended, or goes on ($3 NULL).
UPDATE enterprise_business SET closed_on = $3, closed_reason = $4, version = version + 1, changed_at = $5 WHERE city = $1 AND id = $2
