-- What holds for a person at a meeting.
SELECT session, seat, present, mark, routes FROM training_presence WHERE city = $1 AND session = $2 AND seat = $3
