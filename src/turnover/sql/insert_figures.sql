-- One figure a month.
INSERT INTO turnover_figure (city, month, business, amount, method, changed_at) VALUES
-- @rows
($1, $2, $3, $4, $5, $6)
