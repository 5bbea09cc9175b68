-- Further claims of one phone number, newest first.
SELECT id, business_name, kelurahan, claimed_at, decided_at FROM enterprise_claim WHERE city = $1 AND phone_lookup = $2 AND id <> $3 ORDER BY claimed_at DESC, id DESC LIMIT 5
