-- Something that was asked for.
SELECT business, product, step, ended_on FROM enterprise_application WHERE city = $1 AND id = $2
