-- The change was taken back by this entry.
UPDATE programme_change SET undone_by = $3 WHERE city = $1 AND id = $2
