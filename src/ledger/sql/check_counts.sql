-- How much there is to check
SELECT (SELECT COUNT(*) FROM ledger_entry WHERE city = $1), (SELECT COUNT(*) FROM ledger_line WHERE city = $1), (SELECT COUNT(*) FROM ledger_account WHERE city = $1),
    (SELECT COUNT(*) FROM ledger_purse WHERE city = $1), (SELECT COUNT(*) FROM ledger_place WHERE city = $1), (SELECT COUNT(DISTINCT pokmas) FROM ledger_account WHERE city = $1),
    (SELECT COUNT(reverses) FROM ledger_entry WHERE city = $1), (SELECT COUNT(*) FROM ledger_dpa WHERE city = $1)
