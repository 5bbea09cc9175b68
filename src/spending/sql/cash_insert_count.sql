-- A cash count and what the book said.
INSERT INTO spending_count (city, id, pokmas, counted_on, book, counted, pieces, entry, note, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
