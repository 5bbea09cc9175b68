-- One proof or correction.
INSERT INTO training_mark (city, id, course, session, seat, present, route, reason, file, device, corrects, made_at, recorded_at, recorded_by, recorded_person, recorded_by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
