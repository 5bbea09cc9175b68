-- A plan after a change, unless somebody was faster
UPDATE planning_plan SET revision = $4, revision_id = $5, approved_revision = $6, amount = $7, pack_version = $8, editors = $9, version = version + 1
WHERE city = $1 AND id = $2 AND version = $3
