-- Another visit of the same seat and days stands for this one.
UPDATE followup_visit SET replaced_at = $3 WHERE city = $1 AND id = $2
