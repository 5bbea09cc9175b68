-- The trail of a city for the page that searches it.
-- @list
SELECT number AS number, at AS at, actor AS actor, operation AS operation, subject_kind AS subject_kind, subject AS subject, place AS place, summary AS summary,
    reason AS reason, number AS id, lower(operation || ' ' || subject_kind || ' ' || subject || ' ' || place || ' ' || reason) AS search
FROM audit_event WHERE city = $1
