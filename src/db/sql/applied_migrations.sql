-- Every migration that this database has seen, with the hash of its text.
SELECT number, sha256 FROM db_migration ORDER BY number
