-- How far a round is, by kelurahan and interviewer.
SELECT kelurahan, interviewer_name, count(*), CAST(sum(CASE WHEN outcome = 'answered' THEN 1 ELSE 0 END) AS BIGINT), CAST(sum(CASE WHEN outcome = 'refused' THEN 1 ELSE 0 END) AS BIGINT),
    CAST(sum(CASE WHEN outcome = 'not_reached' THEN 1 ELSE 0 END) AS BIGINT)
FROM followup_interview WHERE city = $1 AND round = $2 GROUP BY kelurahan, interviewer_name ORDER BY kelurahan, interviewer_name
