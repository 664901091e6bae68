-- The contradictions by message, with an example of a firm.
SELECT message, array_to_string(facts, ' ') AS facts, count(*) AS firms, min(firm_key) AS example
FROM contradictions
GROUP BY message, facts
ORDER BY firms DESC, facts;
