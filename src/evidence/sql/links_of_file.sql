-- What a file proves, the latest few: enough to say that it is used elsewhere, whatever the file.
SELECT l.subject_kind, l.subject, l.paper, l.sha256, f.content_type, l.added_at, l.note
FROM evidence_link l JOIN evidence_file f ON f.city = l.city AND f.sha256 = l.sha256
WHERE l.city = $1 AND l.sha256 = $2 LIMIT 8
