-- The list of a year's expenses shows the newest first; without this the whole year is sorted for each page of it.
CREATE INDEX spending_expense_newest ON spending_expense (city, year, recorded_at, id);
