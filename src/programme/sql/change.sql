-- One change of a ceiling with the purse it belongs to.
SELECT c.year, c.kind, c.purse, c.other_purse, c.entry, c.amount, c.number, c.recorded_by, c.undone_by FROM programme_change c WHERE c.city = $1 AND c.id = $2
