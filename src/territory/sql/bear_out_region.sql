-- The city's own list names this region: it is no example any more.
UPDATE territory_region SET households = $3, example = FALSE WHERE city = $1 AND id = $2
