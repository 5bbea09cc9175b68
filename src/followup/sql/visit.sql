-- One visit with its state.
SELECT v.id, v.course, v.seat, v.person, p.name, v.after_days, v.opens_on, v.due_on, v.closes_on, v.region, v.kelurahan, v.opened_at, v.answer, v.phone_shown_at, v.phone_shown_to,
    v.replaced_at, s.state
FROM followup_visit v JOIN identity_v_person p ON p.city = v.city AND p.id = v.person
LEFT JOIN workflow_v_state s ON s.city = v.city AND s.machine = 'followup' AND s.subject = v.id
WHERE v.city = $1 AND v.id = $2
