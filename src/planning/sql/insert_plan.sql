-- A new plan with its first revision
INSERT INTO planning_plan (city, id, year, unit, unit_code, unit_name, kelurahan, kelurahan_name, search, revision, revision_id, amount, version, pack_version, editors, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $2, $10, 1, $11, $12, $13)
