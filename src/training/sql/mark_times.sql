-- When the first marks of a course's meetings were made and entered.
SELECT session, made_at, recorded_at FROM training_mark WHERE city = $1 AND course = $2 AND corrects IS NULL AND route <> 'decision'
