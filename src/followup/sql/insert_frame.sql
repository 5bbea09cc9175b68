-- The frame of a round as it was hashed.
INSERT INTO followup_frame (city, round, members) VALUES ($1, $2, $3)
