-- A licence that no longer counts.
UPDATE enterprise_licence SET retired_at = $3, retired_by = $4, retired_reason = $5 WHERE city = $1 AND id = $2
