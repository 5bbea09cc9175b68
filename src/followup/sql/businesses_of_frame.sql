-- Owner and place of what may be drawn.
SELECT id, owner, region, kelurahan FROM enterprise_v_business WHERE city = $1 AND region >= $2 AND region < $3
