-- A meeting on another day or at another hour; the day it was announced for stays.
UPDATE training_session SET on_date = $3, begins = $4, ends = $5, venue = $6, subject = $7, moved_reason = $8, version = version + 1 WHERE city = $1 AND id = $2
