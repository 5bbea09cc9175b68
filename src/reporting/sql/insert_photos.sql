-- The photos of a report of progress.
INSERT INTO reporting_photo (city, progress, position, paper, sha256) VALUES
-- @rows
($1, $2, $3, $4, $5)
