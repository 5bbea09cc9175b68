-- A signed list that was photographed.
INSERT INTO training_paper (city, id, course, session, file, signatures, entered_by, entered_by_name, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
