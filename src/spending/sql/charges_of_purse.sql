-- The plan lines of a purse, as charge_of_line.
SELECT l.id, l.year, l.purse, l.envelope, l.category, l.activity, l.item, l.amount, l.spend_kind, p.unit, p.unit_code, p.unit_name, p.kelurahan, p.pokmas, p.state, m.cair,
    (SELECT CAST(COALESCE(SUM(s.amount - s.undone), 0) AS BIGINT) FROM spending_share s WHERE s.city = l.city AND s.line = l.id) AS spent, l.measure, l.quantity, l.unit_price
FROM planning_v_line l
JOIN programme_v_purse p ON p.city = l.city AND p.id = l.purse
JOIN ledger_v_purse m ON m.city = l.city AND m.id = l.purse
WHERE l.city = $1 AND l.purse = $2 ORDER BY l.number
