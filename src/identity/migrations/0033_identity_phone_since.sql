-- Since when an account has its telephone number; NULL: since it was made. A number signs in the account that has had it longest.
ALTER TABLE identity_user ADD COLUMN phone_since @code;
