-- What was answered.
INSERT INTO followup_answer (city, id, visit, interview, business, way, on_date, producing, method, sold_from, sold_to, workers, obstacle_note, photo, next_step, next_on, note, corrects, reason,
    replaced_by, entered_by, entered_person, entered_by_name, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, NULL, $20, $21, $22, $23)
