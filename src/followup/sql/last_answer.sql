-- What the same seat answered last, before this day.
SELECT a.id, a.business, a.way, a.on_date, a.producing, a.method, a.sold_from, a.sold_to, a.workers, a.obstacle_note, a.photo, a.next_step, a.next_on, a.note, a.reason, a.corrects, a.replaced_by,
    a.entered_by, a.entered_person, a.entered_by_name, a.entered_at
FROM followup_visit v JOIN followup_answer a ON a.city = v.city AND a.id = v.answer
WHERE v.city = $1 AND v.seat = $2 AND v.after_days < $3 AND v.replaced_at IS NULL ORDER BY v.after_days DESC LIMIT 1
