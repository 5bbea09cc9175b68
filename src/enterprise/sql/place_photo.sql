-- Where a picture stands among the others.
UPDATE enterprise_photo SET place = $4 WHERE city = $1 AND product = $2 AND sha256 = $3
