-- What those on a list had before: courses on the topic that ended since a day, courses of the year, courses of others of the household in the year.
SELECT s.id,
    (SELECT count(*) FROM training_seat e JOIN training_course c ON c.city = e.city AND c.id = e.course
        WHERE e.city = s.city AND e.person = s.person AND e.course <> s.course AND e.state IN ('selected', 'finished') AND c.topic = $4 AND c.ends_on >= $5),
    (SELECT count(*) FROM training_seat e JOIN training_course c ON c.city = e.city AND c.id = e.course
        WHERE e.city = s.city AND e.person = s.person AND e.course <> s.course AND e.state IN ('selected', 'finished') AND c.year = $6),
    (SELECT count(*) FROM training_seat e JOIN training_course c ON c.city = e.city AND c.id = e.course
        WHERE e.city = s.city AND e.household = s.household AND e.person <> s.person AND e.state IN ('selected', 'finished') AND c.year = $6)
FROM training_seat s
WHERE s.city = $1 AND s.course = $2 AND ($3 = '' OR s.id = $3)
