-- What waits for a purse at a pokmas.
SELECT id, pokmas, place, year, party, party_name, supplier_name, receipt, description, amount, reason, bought_on, entry, state, expense
FROM spending_unplaced WHERE city = $1 AND pokmas = $2 AND state = 'open' ORDER BY bought_on, id
