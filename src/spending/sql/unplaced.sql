-- A purchase that no purse bore when it was recorded.
SELECT id, pokmas, place, year, party, party_name, supplier_name, receipt, description, amount, reason, bought_on, entry, state, expense FROM spending_unplaced WHERE city = $1 AND id = $2
