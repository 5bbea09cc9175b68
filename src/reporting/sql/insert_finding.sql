-- A finding is opened.
INSERT INTO reporting_finding (city, id, year, pokmas, purse, place, place_name, number, title, description, severity, amount, response, closing, opened_on, search)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', $13, $14)
