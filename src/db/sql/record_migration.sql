-- Remember that a migration was applied.
INSERT INTO db_migration (number, name, sha256) VALUES ($1, $2, $3)
