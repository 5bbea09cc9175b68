-- Lines of a cash book.
-- @list
SELECT e.on_day AS on_day, e.id AS id, e.kind AS kind, coalesce(e.channel, e.cost) AS what, e.amount AS amount, e.note AS note, e.entered_at AS entered_at, e.voided_at AS voided_at,
    lower(e.note) AS search
FROM turnover_entry e WHERE e.city = $1 AND e.business = $2
