-- The newest word about each application.
SELECT w.application, w.number, w.expected_until, w.note, w.said_by_name, w.said_at
FROM ladder_word w
WHERE w.city = $1 AND NOT EXISTS (SELECT 1 FROM ladder_word n WHERE n.city = w.city AND n.application = w.application AND (n.said_at > w.said_at OR (n.said_at = w.said_at AND n.id > w.id)))
