-- Somebody saw the owner's KTP.
UPDATE enterprise_business SET standing = 'confirmed', confirmed_by = $3, confirmed_at = $4, version = version + 1, changed_at = $4 WHERE city = $1 AND id = $2
