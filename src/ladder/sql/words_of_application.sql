-- What desks said about an application, newest first.
SELECT number, expected_until, note, said_by_name, said_at FROM ladder_word WHERE city = $1 AND application = $2 ORDER BY said_at DESC, id DESC
