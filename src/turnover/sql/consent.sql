-- One consent.
SELECT business, officer_name, withdrawn_at FROM turnover_consent WHERE city = $1 AND id = $2
