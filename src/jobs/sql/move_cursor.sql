-- Moves a reader on.
INSERT INTO jobs_cursor (city, reader, number) VALUES ($1, $2, $3) ON CONFLICT (city, reader) DO UPDATE SET number = excluded.number
