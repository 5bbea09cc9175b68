-- From now on the officer sees nothing any more.
UPDATE turnover_consent SET withdrawn_at = $3 WHERE city = $1 AND id = $2 AND withdrawn_at IS NULL
