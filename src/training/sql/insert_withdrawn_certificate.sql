-- A certificate that no longer counts.
INSERT INTO training_withdrawn_certificate (city, code, seat, number, issued_at, withdrawn_at, reason, withdrawn_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
