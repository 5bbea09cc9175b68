-- What the same business answered in an earlier round.
SELECT a.id, a.business, a.way, a.on_date, a.producing, a.method, a.sold_from, a.sold_to, a.workers, a.obstacle_note, a.photo, a.next_step, a.next_on, a.note, a.reason, a.corrects, a.replaced_by,
    a.entered_by, a.entered_person, a.entered_by_name, a.entered_at
FROM followup_interview i JOIN followup_answer a ON a.city = i.city AND a.id = i.answer
WHERE i.city = $1 AND i.business = $2 AND i.id <> $3 ORDER BY a.on_date DESC, a.id DESC LIMIT 1
