-- The steps of a business and of those that it took up, oldest first; what was written down by mistake is left out.
SELECT t.id, t.business, t.step, t.reached_on, t.note, t.file, t.entered_by, t.entered_person, t.entered_by_name, t.entered_at, t.result, t.checked_by_name, t.checked_at, t.checked_where,
    t.check_file, t.lost_on, t.lost_reason, t.lost_by_name, t.dropped_at
FROM ladder_step t
WHERE t.city = $1 AND t.dropped_at IS NULL AND t.business IN (SELECT s.id FROM enterprise_v_standing s WHERE s.city = $1 AND (s.id = $2 OR s.survivor = $2))
ORDER BY t.reached_on, t.id
