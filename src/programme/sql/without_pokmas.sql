-- Purses of a year that no pokmas holds, per kelurahan.
SELECT kelurahan, COUNT(*) FROM programme_v_purse WHERE city = $1 AND year = $2 AND pokmas IS NULL AND state = 'open' GROUP BY kelurahan ORDER BY kelurahan
