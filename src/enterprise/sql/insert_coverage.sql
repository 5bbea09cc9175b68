-- A paper was issued for a product.
INSERT INTO enterprise_coverage (city, licence, product, entered_by, entered_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
