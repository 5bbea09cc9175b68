-- Lines of a revision
INSERT INTO planning_line (city, plan, revision, number, id, purse, envelope, category, activity, item, specification, unit, quantity, unit_price, amount, spend_kind, reference_price)
VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
