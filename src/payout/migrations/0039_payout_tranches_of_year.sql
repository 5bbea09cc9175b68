-- Tranches are listed by year; by the state of every tranche there ever was takes longer each year.
CREATE INDEX payout_tranche_year ON payout_tranche (city, year, pokmas);
