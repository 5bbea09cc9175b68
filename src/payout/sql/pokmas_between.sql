-- The groups whose first place lies in a range, a row for each place served.
SELECT p.id, p.name, p.kelurahan, p.place, p.address, p.minutes, p.decree, p.decree_on, p.decree_until, p.bank, p.account_masked, p.account_holder, p.account_verified_on,
    w.state, s.rw
FROM payout_pokmas p
JOIN workflow_v_state w ON w.city = p.city AND w.machine = 'pokmas' AND w.subject = p.id
LEFT JOIN payout_service s ON s.city = p.city AND s.pokmas = p.id AND s.until_on IS NULL
WHERE p.city = $1 AND p.place >= $2 AND p.place < $3 ORDER BY p.place, p.id, s.rw
