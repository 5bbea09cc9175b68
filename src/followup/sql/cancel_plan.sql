-- A cancelled course has nobody to ask.
UPDATE followup_plan SET cancelled_at = $3, changed_at = $3 WHERE city = $1 AND course = $2 AND attached_at IS NULL
