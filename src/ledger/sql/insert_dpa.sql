-- A DPA or its change
INSERT INTO ledger_dpa (city, id, year, kelurahan, envelope, amount, number, dated, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
