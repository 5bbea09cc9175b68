-- A merge that does not count any more.
UPDATE enterprise_merge SET undone_by = $3, undone_by_name = $4, undone_at = $5, undone_reason = $6 WHERE city = $1 AND id = $2
