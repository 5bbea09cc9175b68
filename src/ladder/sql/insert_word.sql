-- What a desk says about something that it has in hand.
INSERT INTO ladder_word (city, id, application, number, expected_until, note, said_by, said_by_name, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
