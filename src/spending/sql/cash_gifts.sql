-- What residents gave to a pokmas, oldest first.
SELECT id, purse, kind, given_on, value, what, giver FROM spending_gift WHERE city = $1 AND pokmas = $2 ORDER BY given_on, id
