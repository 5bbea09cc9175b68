-- Tax payments of a pokmas between two days.
SELECT id, kind, number, paid_on, tax, amount, COALESCE(proof, '') AS proof FROM spending_v_tax_payment
WHERE city = $1 AND pokmas = $2 AND paid_on >= $3 AND paid_on <= $4 ORDER BY paid_on, number, tax
