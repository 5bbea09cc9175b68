-- What kinds of subject the trail has, found one after the other in the index, for the filter of its page.
WITH RECURSIVE kinds(name) AS (
    SELECT MIN(subject_kind) FROM audit_event WHERE city = $1
    UNION ALL
    SELECT (SELECT MIN(subject_kind) FROM audit_event WHERE city = $1 AND subject_kind > kinds.name) FROM kinds WHERE kinds.name IS NOT NULL)
SELECT name FROM kinds WHERE name IS NOT NULL
