-- The rank of a civil servant, which the tax on an honor goes by, and the day on which somebody agreed to be on a list.
ALTER TABLE training_trainer ADD COLUMN civil_rank @int CHECK (civil_rank BETWEEN 1 AND 4);
ALTER TABLE training_seat ADD COLUMN consent_on @date;
