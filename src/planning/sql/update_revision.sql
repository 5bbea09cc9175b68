-- Sum and approval of a revision
UPDATE planning_revision SET amount = $4, approved_at = COALESCE($5, approved_at) WHERE city = $1 AND plan = $2 AND number = $3
