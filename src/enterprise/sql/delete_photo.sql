-- A picture is shown no longer; its bytes stay evidence.
DELETE FROM enterprise_photo WHERE city = $1 AND product = $2 AND sha256 = $3
