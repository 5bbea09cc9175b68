-- What lists search in: the title beside the state.
CREATE VIEW workflow_v_titled AS
SELECT city, machine, subject, title, state, version, place, pokmas, waits_for, due, since FROM workflow_item;
