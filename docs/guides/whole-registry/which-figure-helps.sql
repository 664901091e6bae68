-- Which figure to ask for first: the facts that are missing most often where at most three answers
-- are missing.
SELECT fact, count(*) AS open_measures, count(DISTINCT firm_key) AS firms
FROM (
  SELECT firm_key, unnest(missing) AS fact
  FROM outcomes
  WHERE outcome = 'open' AND len(missing) <= 3
)
GROUP BY fact
ORDER BY open_measures DESC, fact
LIMIT 10;
