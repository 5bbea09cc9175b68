-- Whose figures an officer may see today.
SELECT c.business, b.name, b.activity, b.region, c.until_day FROM turnover_consent c JOIN enterprise_v_business b ON b.city = c.city AND b.id = c.business AND b.owner = c.given_by
WHERE c.city = $1 AND c.officer = $2 AND c.withdrawn_at IS NULL AND c.until_day >= $3
ORDER BY b.name_fold, c.id LIMIT 200
