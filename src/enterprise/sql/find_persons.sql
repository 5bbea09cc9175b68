-- Persons by the beginnings of up to three words, within a place, by name.
SELECT p.id, p.name, p.region, p.phone_sealed FROM identity_v_person p
WHERE p.city = $1 AND p.region >= $2 AND p.region < $3
    AND p.id IN (SELECT subject FROM enterprise_word WHERE city = $1 AND kind = 'p' AND word >= $4 AND word < $5)
    AND ($6 = '' OR EXISTS (SELECT 1 FROM enterprise_word w WHERE w.city = $1 AND w.kind = 'p' AND w.subject = p.id AND w.word >= $6 AND w.word < $7))
    AND ($8 = '' OR EXISTS (SELECT 1 FROM enterprise_word w WHERE w.city = $1 AND w.kind = 'p' AND w.subject = p.id AND w.word >= $8 AND w.word < $9))
ORDER BY p.name_fold, p.id LIMIT $10
