-- Who is one answer away: the firms whose outcome depends on a single missing figure. That answer
-- may be a yes or a no.
SELECT measure, missing[1] AS missing, count(*) AS firms
FROM outcomes
WHERE outcome = 'open' AND len(missing) = 1
GROUP BY measure, missing[1]
ORDER BY firms DESC, measure, missing
LIMIT 10;
