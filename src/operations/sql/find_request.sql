-- The answer that was given to a request, with who asked and what.
SELECT actor, digest, answer FROM request WHERE city = $1 AND id = $2
