-- Sums of records that count.
INSERT INTO turnover_month (city, business, month, channel, method, amount, days) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7)
