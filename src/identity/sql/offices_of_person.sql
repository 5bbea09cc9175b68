-- The four kelurahan offices that a person holds on a day, also awaiting confirmation.
SELECT role, place FROM identity_grant
WHERE city = $1 AND person = $2 AND role IN ('lurah', 'sekkel', 'pptk', 'bendahara_kelurahan') AND valid_from <= $3 AND (valid_until IS NULL OR valid_until >= $3)
