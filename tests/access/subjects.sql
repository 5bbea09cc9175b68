SELECT 'purse' AS kind, r.code AS place, p.id AS id, '' AS more
FROM ledger_purse p JOIN territory_region r ON r.city = p.city AND r.id = p.unit WHERE p.city = $1
UNION ALL SELECT 'plan', unit_code, id, '' FROM planning_plan WHERE city = $1
UNION ALL SELECT 'line', p.unit_code, p.id, l.id FROM planning_plan p JOIN planning_line l ON l.city = p.city AND l.plan = p.id WHERE p.city = $1
UNION ALL SELECT 'pokmas', place, id, '' FROM payout_pokmas WHERE city = $1
UNION ALL SELECT 'contract', g.place, c.id, '' FROM payout_contract c JOIN payout_pokmas g ON g.city = c.city AND g.id = c.pokmas WHERE c.city = $1
UNION ALL SELECT 'tranche', g.place, t.id, '' FROM payout_tranche t JOIN payout_pokmas g ON g.city = t.city AND g.id = t.pokmas WHERE t.city = $1
UNION ALL SELECT 'expense', place, id, '' FROM spending_expense WHERE city = $1
UNION ALL SELECT 'unplaced', place, id, '' FROM spending_unplaced WHERE city = $1
UNION ALL SELECT 'month', g.place, m.id, '' FROM spending_month m JOIN payout_pokmas g ON g.city = m.city AND g.id = m.pokmas WHERE m.city = $1
UNION ALL SELECT 'entry', e.place, n.id, '' FROM spending_expense e JOIN ledger_entry n ON n.city = e.city AND n.id = e.entry WHERE e.city = $1
UNION ALL SELECT 'evidence', u.place, l.sha256, '' FROM spending_unplaced u JOIN evidence_link l ON l.city = u.city AND l.subject_kind = 'unplaced' AND l.subject = u.id WHERE u.city = $1
UNION ALL SELECT 'finding', place, id, '' FROM reporting_finding WHERE city = $1
UNION ALL SELECT 'lpj', place, id, '' FROM reporting_lpj WHERE city = $1
UNION ALL SELECT 'hold', g.place, h.id, '' FROM programme_hold h JOIN payout_pokmas g ON g.city = h.city AND g.id = h.scope_id WHERE h.city = $1
UNION ALL SELECT 'change', r.code, c.id, '' FROM programme_change c JOIN ledger_purse p ON p.city = c.city AND p.id = c.purse
    JOIN territory_region r ON r.city = p.city AND r.id = p.unit WHERE c.city = $1 AND c.kind = 'bonus'
UNION ALL SELECT 'user', g.place, u.id, g.id FROM identity_grant g JOIN identity_user u ON u.city = g.city AND u.person = g.person WHERE g.city = $1
UNION ALL SELECT 'person', place, person, '' FROM identity_grant WHERE city = $1
UNION ALL SELECT 'business', b.region, b.id, l.id FROM enterprise_business b JOIN enterprise_licence l ON l.city = b.city AND l.business = b.id WHERE b.city = $1
UNION ALL SELECT 'sale', region, id, '' FROM turnover_record WHERE city = $1
UNION ALL SELECT 'product', v.region, v.id, a.id FROM enterprise_v_product v JOIN enterprise_application a ON a.city = v.city AND a.business = v.business WHERE v.city = $1
UNION ALL SELECT 'step', b.region, t.id, '' FROM ladder_step t JOIN enterprise_business b ON b.city = t.city AND b.id = t.business WHERE t.city = $1
UNION ALL SELECT 'claim', region, id, '' FROM enterprise_claim WHERE city = $1
UNION ALL SELECT 'slip', g.place, s.id, '' FROM identity_slip s JOIN identity_user u ON u.city = s.city AND u.id = s.app_user
    JOIN identity_grant g ON g.city = u.city AND g.person = u.person WHERE s.city = $1
ORDER BY 1, 2, 3, 4
