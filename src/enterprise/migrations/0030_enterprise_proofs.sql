-- When a business was first found to have a kind of paper that it has now: one that was written down anew, or in whose place another came, counts from the first.
-- A paper that was taken back and never replaced is none.
CREATE VIEW enterprise_v_proof AS
SELECT l.city AS city, coalesce(b.survivor, b.id) AS business, l.kind AS kind, min(l.checked_at) AS at
FROM enterprise_licence l JOIN enterprise_business b ON b.city = l.city AND b.id = l.business
WHERE l.result = 'issued' AND l.worst <> 'error'
GROUP BY l.city, coalesce(b.survivor, b.id), l.kind
HAVING min(CASE WHEN l.retired_at IS NULL THEN 0 ELSE 1 END) = 0;

-- Which businesses make something now, once a product: for lists that ask only whether there is one.
CREATE VIEW enterprise_v_maker AS
SELECT p.city AS city, coalesce(b.survivor, b.id) AS business
FROM enterprise_product p JOIN enterprise_business b ON b.city = p.city AND b.id = p.business
WHERE p.state = 'active';
