-- Which lines of a purse pay for which course.
SELECT l.plan_line, c.id, c.title FROM training_course c JOIN training_line l ON l.city = c.city AND l.course = c.id WHERE c.city = $1 AND c.purse = $2 ORDER BY l.plan_line
