-- The lists of what was asked and what will be, by their day.
CREATE INDEX followup_visit_due ON followup_visit (city, due_on, id);
