-- Users with their first role in force on $2, below place $3 (with a dot, or empty), for the page of users.
-- @list
SELECT p.name AS name, u.id AS id, u.login AS login, g.role AS role, g.place AS place, u.disabled AS disabled, u.signed_in_at AS signed_in_at,
       p.name_fold || ' ' || u.login_fold || ' ' || coalesce(g.role, '') || ' ' || coalesce(g.place, '') AS search
FROM identity_user u
JOIN identity_person p ON p.city = u.city AND p.id = u.person
LEFT JOIN identity_grant g ON g.city = u.city AND g.person = u.person AND g.valid_from <= $2 AND (g.valid_until IS NULL OR g.valid_until >= $2)
     AND g.id = (SELECT min(x.id) FROM identity_grant x WHERE x.city = u.city AND x.person = u.person AND x.valid_from <= $2 AND (x.valid_until IS NULL OR x.valid_until >= $2))
WHERE u.city = $1 AND (length($3) = 0 OR substr(g.place, 1, length($3)) = $3)
