-- A certificate that was taken back.
SELECT seat, number, issued_at, withdrawn_at, reason FROM training_withdrawn_certificate WHERE city = $1 AND code = $2
