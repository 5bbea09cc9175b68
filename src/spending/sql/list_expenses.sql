-- Expenses of a year in up to four places. The index of places is kept out: a page goes from the newest back until it is full.
-- @list
SELECT recorded_at AS recorded_at, id AS id, number AS number, occurred_on AS occurred_on, place AS place, place_name AS place_name, kelurahan AS kelurahan, envelope AS envelope, supplier_name AS supplier_name,
    description AS description, gross AS gross, charged AS charged, withheld AS withheld, undone AS undone, state AS state, due AS due, marks AS marks, papers_missing AS papers_missing, pokmas AS pokmas, search AS search
FROM spending_v_expense
WHERE city = $1 AND year = $2
    AND ((place || '' >= $3 AND place || '' < $4) OR (place || '' >= $5 AND place || '' < $6) OR (place || '' >= $7 AND place || '' < $8) OR (place || '' >= $9 AND place || '' < $10))
