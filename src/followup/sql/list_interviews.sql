-- The sample of a round, for who runs it: who asks whom and what became of it, never what was answered.
-- @list
SELECT i.number AS number, i.id AS id, coalesce(b.name, '') AS business, coalesce(b.activity, '') AS activity, i.region AS region, i.kelurahan AS kelurahan, i.interviewer_name AS interviewer,
    i.outcome AS outcome, i.tries AS tries, coalesce(b.name_fold, '') AS search
FROM followup_interview i LEFT JOIN enterprise_v_business b ON b.city = i.city AND b.id = i.business
WHERE i.city = $1 AND i.round = $2
