-- One question to one seat after so many days.
INSERT INTO followup_visit (city, id, course, seat, person, after_days, opens_on, due_on, closes_on, region, kelurahan)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT DO NOTHING
