-- Every file that a row names, for the sweep of orphans and for backups.
SELECT sha256, size FROM evidence_file WHERE city = $1 ORDER BY sha256
