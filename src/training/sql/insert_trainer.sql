-- Who teaches, for how long, for how much.
INSERT INTO training_trainer (city, id, course, person, expertise, civil_servant, civil_rank, minutes, honor, cv_file, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
