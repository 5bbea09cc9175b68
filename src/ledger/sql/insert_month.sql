-- Signs off a month of a pokmas's cash book
INSERT INTO ledger_month (city, pokmas, month, signed_at, treasurer, chair) VALUES ($1, $2, $3, $4, $5, $6)
