-- Every topic, by name.
SELECT code, name, category, product_kind, curriculum, hours, seat_cost, cost_note, retired_at, version FROM training_topic WHERE city = $1 ORDER BY name_fold, code
