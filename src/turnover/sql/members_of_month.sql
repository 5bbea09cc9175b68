-- Figures of all businesses in a month, with what groups are made by; of what was merged the larger comes first.
SELECT s.standing, f.amount, f.method, b.kelurahan, b.kbli_edition, b.kbli_code, b.place_kind, f.changed_at
FROM turnover_figure f
    JOIN enterprise_v_standing s ON s.city = f.city AND s.id = f.business
    JOIN enterprise_v_business b ON b.city = s.city AND b.id = s.standing
WHERE f.city = $1 AND f.month = $2
ORDER BY s.standing, f.amount DESC
