-- Is there a purse of this unit, year and envelope
SELECT id FROM ledger_purse WHERE city = $1 AND unit = $2 AND year = $3 AND envelope = $4
