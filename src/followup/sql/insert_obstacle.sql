-- One thing that blocks.
INSERT INTO followup_obstacle (city, answer, code) VALUES ($1, $2, $3)
