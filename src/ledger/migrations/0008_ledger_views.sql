-- What other rooms may read with SQL. `kontrak` counts sp2d, as every report does; `sp2d` says how much of it.
CREATE VIEW ledger_v_purse AS
SELECT p.city, p.id, p.year, p.unit, p.kelurahan, p.envelope, p.pokmas, p.state, p.closed_on, p.opened_at,
    b1.amount + b2.amount + b3.amount + b4.amount + b5.amount + b6.amount + b7.amount + b8.amount + b9.amount AS pagu_awal,
    b1.amount AS pagu, b2.amount AS rencana, b3.amount + b4.amount AS kontrak, b4.amount AS sp2d, b5.amount AS cair, b6.amount AS belanja, b7.amount AS sah,
    b8.amount AS kembali, b9.amount AS batal
FROM ledger_purse p
JOIN ledger_balance b1 ON b1.city = p.city AND b1.account = p.first_account + 1
JOIN ledger_balance b2 ON b2.city = p.city AND b2.account = p.first_account + 2
JOIN ledger_balance b3 ON b3.city = p.city AND b3.account = p.first_account + 3
JOIN ledger_balance b4 ON b4.city = p.city AND b4.account = p.first_account + 4
JOIN ledger_balance b5 ON b5.city = p.city AND b5.account = p.first_account + 5
JOIN ledger_balance b6 ON b6.city = p.city AND b6.account = p.first_account + 6
JOIN ledger_balance b7 ON b7.city = p.city AND b7.account = p.first_account + 7
JOIN ledger_balance b8 ON b8.city = p.city AND b8.account = p.first_account + 8
JOIN ledger_balance b9 ON b9.city = p.city AND b9.account = p.first_account + 9;

CREATE VIEW ledger_v_place AS
SELECT s.city, s.year, s.kelurahan, s.envelope,
    (SELECT COUNT(*) FROM ledger_purse p WHERE p.city = s.city AND p.year = s.year AND p.kelurahan = s.kelurahan AND p.envelope = s.envelope) AS purses,
    CAST(SUM(CASE WHEN s.stage <> 'anggaran' THEN s.amount ELSE 0 END) AS BIGINT) AS pagu_awal,
    CAST(SUM(CASE WHEN s.stage = 'pagu' THEN s.amount ELSE 0 END) AS BIGINT) AS pagu,
    CAST(SUM(CASE WHEN s.stage = 'rencana' THEN s.amount ELSE 0 END) AS BIGINT) AS rencana,
    CAST(SUM(CASE WHEN s.stage IN ('kontrak', 'sp2d') THEN s.amount ELSE 0 END) AS BIGINT) AS kontrak,
    CAST(SUM(CASE WHEN s.stage = 'sp2d' THEN s.amount ELSE 0 END) AS BIGINT) AS sp2d,
    CAST(SUM(CASE WHEN s.stage = 'cair' THEN s.amount ELSE 0 END) AS BIGINT) AS cair,
    CAST(SUM(CASE WHEN s.stage = 'belanja' THEN s.amount ELSE 0 END) AS BIGINT) AS belanja,
    CAST(SUM(CASE WHEN s.stage = 'sah' THEN s.amount ELSE 0 END) AS BIGINT) AS sah,
    CAST(SUM(CASE WHEN s.stage = 'kembali' THEN s.amount ELSE 0 END) AS BIGINT) AS kembali,
    CAST(SUM(CASE WHEN s.stage = 'batal' THEN s.amount ELSE 0 END) AS BIGINT) AS batal
FROM ledger_place s
GROUP BY s.city, s.year, s.kelurahan, s.envelope;

-- Where the money of each pokmas is; debts are negative.
CREATE VIEW ledger_v_cash AS
SELECT a.city, a.pokmas, a.slot AS kind, a.party, b.amount
FROM ledger_account a
JOIN ledger_balance b ON b.city = a.city AND b.account = a.id
WHERE a.book = 'cash';

-- Who holds a purse and whether it is closed: for the many reads that need no balances.
CREATE VIEW ledger_v_holder AS
SELECT city, id, year, pokmas, state, closed_on FROM ledger_purse;
