-- One step, also when it was dropped.
SELECT t.id, t.business, t.step, t.reached_on, t.note, t.file, t.entered_by, t.entered_person, t.entered_by_name, t.entered_at, t.result, t.checked_by_name, t.checked_at, t.checked_where,
    t.check_file, t.lost_on, t.lost_reason, t.lost_by_name, t.dropped_at
FROM ladder_step t WHERE t.city = $1 AND t.id = $2
