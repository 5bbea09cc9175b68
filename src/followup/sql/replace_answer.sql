-- A correction stands for this answer.
UPDATE followup_answer SET replaced_by = $3 WHERE city = $1 AND id = $2
