-- Groups in up to four places, with their state
-- @list
SELECT p.place AS place, p.id AS id, p.name AS name, p.kelurahan AS kelurahan, w.state AS state, p.decree AS decree, p.decree_until AS decree_until, p.bank AS bank,
    p.account_masked AS account_masked, p.account_verified_on AS account_verified_on, p.name_fold AS search
FROM payout_pokmas p
JOIN workflow_v_state w ON w.city = p.city AND w.machine = 'pokmas' AND w.subject = p.id
WHERE p.city = $1 AND ((p.place >= $2 AND p.place < $3) OR (p.place >= $4 AND p.place < $5) OR (p.place >= $6 AND p.place < $7) OR (p.place >= $8 AND p.place < $9))
