-- Certificates of a seat that were taken back, the newest first.
SELECT code, number, issued_at, withdrawn_at, reason FROM training_withdrawn_certificate WHERE city = $1 AND seat = $2 ORDER BY withdrawn_at DESC, code
