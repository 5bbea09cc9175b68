-- Whose words the money of a business is: besides the owner only who recorded a figure reads it here. Of records that were changed since nobody can say it any more.
ALTER TABLE enterprise_business ADD COLUMN capital_by @id;
ALTER TABLE enterprise_business ADD COLUMN sales_by @id;
UPDATE enterprise_business SET capital_by = entered_by WHERE capital IS NOT NULL AND version = 1;
UPDATE enterprise_business SET sales_by = entered_by WHERE sales_amount IS NOT NULL AND version = 1;
