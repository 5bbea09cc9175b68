-- A slip was printed.
INSERT INTO training_slip (city, id, course, seat, code_hash, printed_at, printed_by, printed_by_name, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)
