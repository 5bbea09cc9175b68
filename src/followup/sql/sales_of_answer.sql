-- Where it was sold according to an answer.
SELECT channel, amount, record FROM followup_sale WHERE city = $1 AND answer = $2 ORDER BY channel
