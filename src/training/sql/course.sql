-- A course with its topic; its state is the workflow's.
SELECT c.id, c.year, c.topic, t.name, t.category, t.product_kind, c.title, c.purse, c.pokmas, c.unit_code, c.kelurahan, c.venue, c.quota, c.call_from, c.call_until, c.starts_on, c.ends_on,
    c.facilitator, c.facilitator_name, c.target, c.legality, c.pack_version, c.example, c.version, c.entered_by_name, c.entered_at
FROM training_course c JOIN training_topic t ON t.city = c.city AND t.code = c.topic
WHERE c.city = $1 AND c.id = $2
