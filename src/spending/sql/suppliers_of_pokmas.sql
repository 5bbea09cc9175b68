-- Where a pokmas buys, most often first: what the form offers.
SELECT supplier_name, COUNT(*) AS times FROM spending_expense WHERE city = $1 AND pokmas = $2 GROUP BY supplier_name ORDER BY times DESC, supplier_name LIMIT 40
