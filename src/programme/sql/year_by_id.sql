-- The year whose workflow item has this subject.
SELECT year FROM programme_year WHERE city = $1 AND id = $2
