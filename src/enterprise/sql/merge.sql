-- One merge.
SELECT business, into_business, undone_at FROM enterprise_merge WHERE city = $1 AND id = $2
