-- The four kelurahan offices that a person holds or was entered for at any time between two days.
SELECT role, place, acting FROM identity_grant
WHERE city = $1 AND person = $2 AND role IN ('lurah', 'sekkel', 'pptk', 'bendahara_kelurahan') AND NOT refused
      AND valid_from <= $4 AND (valid_until IS NULL OR valid_until >= $3)
