-- The interviews of a round, without anything that tells whether their owners were in a course.
SELECT i.id, i.round, i.number, i.business, b.name, b.activity, i.owner, p.name, i.region, i.kelurahan, i.interviewer, i.interviewer_name, i.outcome, i.tries, i.answer, i.phone_shown_at,
    i.phone_shown_to
FROM followup_interview i JOIN identity_v_person p ON p.city = i.city AND p.id = i.owner
LEFT JOIN enterprise_v_business b ON b.city = i.city AND b.id = i.business
WHERE i.city = $1 AND i.round = $2 ORDER BY i.number
