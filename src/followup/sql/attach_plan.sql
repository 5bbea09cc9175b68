-- From now on the seats hold the days.
UPDATE followup_plan SET attached_at = $3, changed_at = $3 WHERE city = $1 AND course = $2 AND attached_at IS NULL
