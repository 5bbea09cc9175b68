-- The figures of a business that stand before they are made anew: what does not change keeps its day.
SELECT f.month, f.amount, f.method, f.changed_at FROM turnover_figure f WHERE f.city = $1 AND f.business = $2 AND f.month >= $3 AND f.month <= $4
