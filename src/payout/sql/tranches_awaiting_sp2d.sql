-- What waits for an order to pay.
SELECT t.id, t.pokmas, t.contract, t.year, t.number, t.supplement, t.amount, t.pack_version, w.state, w.version, w.due, t.requested_on, t.spp, t.spm, t.sp2d, t.sp2d_on,
    t.confirmed_on, t.received, t.withheld, t.elsewhere, t.elsewhere_amount
FROM payout_tranche t
JOIN workflow_v_state w ON w.city = t.city AND w.machine = 'tranche' AND w.subject = t.id
WHERE t.city = $1 AND w.waits_for = 'payout.sp2d' ORDER BY t.requested_on, t.id
