INSERT INTO ledger_line (city, entry, number, account, amount, year, envelope, slot, category)
SELECT $1, 1, $2, first_account + $3, 1, 2023, $4, $5, $6 FROM ledger_purse WHERE city = $1 AND unit = 'RT-1'
