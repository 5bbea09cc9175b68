-- The drawn businesses.
INSERT INTO followup_interview (city, id, round, number, stratum, business, owner, region, kelurahan, interviewer, interviewer_name, outcome, tries, answer) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, '', 'open', 0, NULL)
