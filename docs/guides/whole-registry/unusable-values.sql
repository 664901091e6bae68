-- Firms with a value that no answer can have. Their other answers count; this one does not.
SELECT DISTINCT firm_key, array_to_string(invalid_facts, ' ') AS invalid_facts
FROM outcomes
WHERE len(invalid_facts) > 0
ORDER BY firm_key
LIMIT 10;
