-- Photos of a purse, by activity and stage.
SELECT id, activity, stage, observed_on, paper, sha256, unit_name, recorded_at FROM reporting_v_photo
WHERE city = $1 AND purse = $2 ORDER BY activity, stage, observed_on, id, position
