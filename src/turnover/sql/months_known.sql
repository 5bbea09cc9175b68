-- Months that have figures, newest first, one look into the index each.
WITH RECURSIVE known(month) AS (
    SELECT max(f.month) FROM turnover_figure f WHERE f.city = $1
    UNION ALL
    SELECT (SELECT max(f.month) FROM turnover_figure f WHERE f.city = $1 AND f.month < k.month) FROM known k WHERE k.month IS NOT NULL
)
SELECT k.month FROM known k WHERE k.month IS NOT NULL LIMIT 36
