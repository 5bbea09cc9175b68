-- Persons by the beginnings of up to three words, within a place; the first is the rarest, whose entries are gone along until there are enough.
-- Whoever has the other words is gathered once, not looked up for each (the concatenation keeps it so).
SELECT found.id, found.name, found.region, found.phone_sealed FROM (
    SELECT p.id AS id, p.name AS name, p.name_fold AS name_fold, p.region AS region, p.phone_sealed AS phone_sealed
    FROM enterprise_word w JOIN identity_v_person p ON p.city = w.city AND p.id = w.subject
    WHERE w.city = $1 AND w.kind = 'p' AND w.word >= $4 AND w.word < $5 AND p.region >= $2 AND p.region < $3
        AND ($6 = '' OR w.subject || '' IN (SELECT x.subject FROM enterprise_word x WHERE x.city = $1 AND x.kind = 'p' AND x.word >= $6 AND x.word < $7))
        AND ($8 = '' OR w.subject || '' IN (SELECT x.subject FROM enterprise_word x WHERE x.city = $1 AND x.kind = 'p' AND x.word >= $8 AND x.word < $9))
    ORDER BY w.word, w.subject LIMIT $10) AS found
ORDER BY found.name_fold, found.id
