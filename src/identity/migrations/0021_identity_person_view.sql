-- Persons as rooms above list them: who has which name where. Numbers stay sealed; equality goes by the look-ups.
CREATE VIEW identity_v_person AS
SELECT city, id, name, name_fold, region, phone_sealed, phone_lookup, nik_sealed, nik_lookup, example FROM identity_person;
