-- One mark.
SELECT id, session, seat, present, route, reason, file, device, corrects, made_at, recorded_at, recorded_person, recorded_by_name FROM training_mark WHERE city = $1 AND id = $2
