-- The treasurer signs a month with its closing figures.
INSERT INTO spending_month (city, id, pokmas, month, bank, kas, panjar, book_rows, treasurer, treasurer_name, treasurer_at, chair_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '')
