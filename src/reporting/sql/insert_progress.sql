-- What was seen on a day.
INSERT INTO reporting_progress (city, id, year, purse, unit, unit_code, unit_name, activity, activity_fold, stage, observed_on, note, recorded_at, recorded_by, recorded_name, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
