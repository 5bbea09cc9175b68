-- The slip of a code that was typed or scanned.
SELECT s.id, s.app_user, s.expires_at, s.used_at, u.login, u.person FROM identity_slip s JOIN identity_user u ON u.city = s.city AND u.id = s.app_user
WHERE s.city = $1 AND s.code_hash = $2
