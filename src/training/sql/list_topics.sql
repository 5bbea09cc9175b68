-- Topics with how many courses were planned on them.
-- @list
SELECT name_fold AS name_fold, code AS id, name AS name, category AS category, coalesce(product_kind, '') AS product_kind, hours AS hours, seat_cost AS seat_cost,
    CASE WHEN retired_at IS NULL THEN 'active' ELSE 'retired' END AS status, (SELECT count(*) FROM training_course c WHERE c.city = t.city AND c.topic = t.code) AS courses, name_fold AS search
FROM training_topic t WHERE city = $1
