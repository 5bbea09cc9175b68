-- When businesses were first found to have the papers that clinics are for.
SELECT p.business, p.kind, p.at
FROM enterprise_v_proof p
WHERE p.city = $1 AND p.kind IN (SELECT k.step FROM ladder_clinic k WHERE k.city = $1)
