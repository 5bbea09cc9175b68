-- Users with their offices, one row an office ($2 is today), below a place ($3, with a dot behind it; empty is the whole city), for the page of users.
-- @list
SELECT p.name_fold AS name_fold, coalesce(g.id, u.id) AS id, p.name AS name, u.id AS app_user, p.id AS person, u.login AS login, p.phone_sealed AS phone_sealed,
       g.role AS role, coalesce(g.place, p.region) AS place, g.valid_from AS valid_from, g.valid_until AS valid_until, u.signed_in_at AS signed_in_at,
       CASE WHEN u.disabled THEN 'disabled' WHEN g.awaits_confirmation THEN 'awaiting' WHEN g.valid_from > $2 THEN 'future' WHEN length(u.password_hash) = 0 THEN 'no_password'
            WHEN g.acting THEN 'acting' ELSE 'active' END AS state,
       substr(coalesce(g.place, p.region), 1, 13) AS kelurahan,
       p.name_fold || ' ' || u.login_fold || ' ' || coalesce(g.role, '') || ' ' || coalesce(g.place, '') AS search
FROM identity_user u
JOIN identity_person p ON p.city = u.city AND p.id = u.person
LEFT JOIN identity_grant g ON g.city = u.city AND g.person = u.person AND NOT g.refused AND (g.valid_until IS NULL OR g.valid_until >= $2)
WHERE u.city = $1 AND (substr(coalesce(g.place, p.region) || '.', 1, length($3)) = $3 OR substr(p.region || '.', 1, length($3)) = $3)
