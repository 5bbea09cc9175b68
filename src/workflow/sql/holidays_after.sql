-- Holidays after a day, for deadlines.
SELECT day, name, joint_leave FROM workflow_holiday WHERE city = $1 AND day > $2 ORDER BY day
