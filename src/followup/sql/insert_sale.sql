-- Where it is sold, and the turnover record of what was told.
INSERT INTO followup_sale (city, answer, channel, amount, record) VALUES ($1, $2, $3, $4, $5)
