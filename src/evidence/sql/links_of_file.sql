-- What a file proves.
SELECT l.subject_kind, l.subject, l.paper, l.sha256, f.content_type, l.added_at, l.note
FROM evidence_link l JOIN evidence_file f ON f.city = l.city AND f.sha256 = l.sha256
WHERE l.city = $1 AND l.sha256 = $2 ORDER BY l.added_at, l.subject
