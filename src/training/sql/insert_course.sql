-- A course that was planned.
INSERT INTO training_course (city, id, year, topic, title, title_fold, purse, pokmas, unit_code, kelurahan, venue, quota, call_from, call_until, starts_on, ends_on, facilitator, facilitator_name, target,
    legality, pack_version, example, version, entered_by, entered_by_name, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, 1, $23, $24, $25)
