-- Pictures of a product, the first in front.
SELECT sha256, place FROM enterprise_photo WHERE city = $1 AND product = $2 ORDER BY place, added_at, sha256
