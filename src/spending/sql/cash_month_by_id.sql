-- Which month of which pokmas was signed.
SELECT pokmas, month FROM spending_month WHERE city = $1 AND id = $2
