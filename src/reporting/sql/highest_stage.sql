-- The furthest stage that has a photo, for a purse; -1 without one.
SELECT CAST(COALESCE(MAX(stage), -1) AS BIGINT) FROM reporting_v_photo WHERE city = $1 AND purse = $2 AND paper = 'foto'
