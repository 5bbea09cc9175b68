-- A holiday; the same day again is the newer list's word.
INSERT INTO workflow_holiday (city, day, name, joint_leave, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (city, day) DO UPDATE SET name = excluded.name, joint_leave = excluded.joint_leave, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
