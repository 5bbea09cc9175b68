-- The lines of a draft, before they are written anew
DELETE FROM planning_line WHERE city = $1 AND plan = $2 AND revision = $3
