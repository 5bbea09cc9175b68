-- A paper that was taken back and written down anew is no first step.
DROP VIEW ladder_v_taken;
CREATE VIEW ladder_v_taken AS
SELECT p.city AS city, p.business AS business, p.kind AS step, p.at AS at, 'yes' AS proven
FROM enterprise_v_proof p
UNION ALL
SELECT t.city AS city, s.standing AS business, t.step AS step, min(CAST(t.reached_on AS TEXT)) AS at, max(CASE WHEN t.result = 'seen' THEN 'yes' ELSE 'no' END) AS proven
FROM ladder_step t JOIN enterprise_v_standing s ON s.city = t.city AND s.id = t.business
WHERE t.dropped_at IS NULL AND (t.result IS NULL OR t.result = 'seen') GROUP BY t.city, s.standing, t.step;
