-- An owner lets an officer see the figures of a business.
INSERT INTO turnover_consent (city, id, business, officer, officer_name, office, until_day, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
