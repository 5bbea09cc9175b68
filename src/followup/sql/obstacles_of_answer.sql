-- What blocks according to an answer.
SELECT code FROM followup_obstacle WHERE city = $1 AND answer = $2 ORDER BY code
