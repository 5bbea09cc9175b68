-- Every group that is not dissolved, for the search of doubles and for matching names.
SELECT p.id, p.name, p.name_fold, p.address_fold, p.kelurahan, p.place
FROM payout_pokmas p
JOIN workflow_v_state w ON w.city = p.city AND w.machine = 'pokmas' AND w.subject = p.id
WHERE p.city = $1 AND w.state <> 'dissolved' ORDER BY p.place, p.id
