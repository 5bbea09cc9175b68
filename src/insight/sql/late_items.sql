-- Files whose deadline has passed on the day $2, of the places from $3 up to but not including $4, of one pokmas or of all
-- @list
SELECT subject AS id, machine AS machine, state AS state, place AS place, substr(place, 1, 13) AS kelurahan, waits_for AS waits_for, due AS due, since AS since,
    title AS title, lower(title) || ' ' || place AS search
FROM workflow_v_titled
WHERE city = $1 AND waits_for > '' AND due < $2 AND place >= $3 AND place < $4 AND (pokmas = $5 OR CAST($5 AS TEXT) = '')
