-- The categories of an envelope
SELECT category FROM ledger_allowed WHERE city = $1 AND year = $2 AND envelope = $3
