-- A step that was reached, not looked at yet.
INSERT INTO ladder_step (city, id, business, step, reached_on, note, file, entered_by, entered_person, entered_by_name, entered_at, checked_by_name, checked_where, lost_reason, lost_by_name, dropped_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', '', '', '')
