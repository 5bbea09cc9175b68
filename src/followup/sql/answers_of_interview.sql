-- Everything that was answered in an interview, oldest first.
SELECT id, business, way, on_date, producing, method, sold_from, sold_to, workers, obstacle_note, photo, next_step, next_on, note, reason, corrects, replaced_by, entered_by, entered_person,
    entered_by_name, entered_at
FROM followup_answer WHERE city = $1 AND interview = $2 ORDER BY entered_at, id
