-- What a business took up, directly and on the way, leads to it and no further.
UPDATE enterprise_business SET survivor = $2 WHERE city = $1 AND id IN (
    WITH RECURSIVE below (id) AS (
        SELECT business FROM enterprise_merge WHERE city = $1 AND into_business = $2 AND undone_at IS NULL
        UNION
        SELECT m.business FROM enterprise_merge m JOIN below b ON m.into_business = b.id WHERE m.city = $1 AND m.undone_at IS NULL)
    SELECT id FROM below)
