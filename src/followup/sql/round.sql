-- One round with its state.
SELECT r.id, r.number, r.name, r.place, r.frame_kind, r.baseline_for, r.month, r.from_on, r.until_on, r.sample_size, r.frame_count, r.frame_hash, r.commitment, r.seed, r.drawn_by_name, r.drawn_at,
    r.tries, r.entered_by_name, r.entered_at, s.state
FROM followup_round r JOIN workflow_v_state s ON s.city = r.city AND s.machine = 'survey' AND s.subject = r.id
WHERE r.city = $1 AND r.id = $2
