-- The businesses of one owner of one kind of place, for comparing.
SELECT b.id, b.name, b.activity, b.kbli_edition, b.kbli_code, b.region FROM enterprise_business b
WHERE b.city = $1 AND b.owner = $2 AND b.place_kind = $3 AND b.survivor IS NULL AND b.closed_on IS NULL
