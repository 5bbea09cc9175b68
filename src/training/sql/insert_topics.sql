-- New topics.
INSERT INTO training_topic (city, code, name, name_fold, category, product_kind, curriculum, hours, seat_cost, cost_note, retired_at, example, version, entered_by, entered_by_name, entered_at) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL, $11, 1, $12, $13, $14)
