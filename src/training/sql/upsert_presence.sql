-- What holds from now on.
INSERT INTO training_presence (city, session, seat, course, present, mark, routes) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (city, session, seat) DO UPDATE SET present = excluded.present, mark = excluded.mark, routes = excluded.routes
