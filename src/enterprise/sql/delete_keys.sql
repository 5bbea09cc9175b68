-- Before a business is compared anew.
DELETE FROM enterprise_key WHERE city = $1 AND business = $2
