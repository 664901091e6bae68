-- Who meets what: the firms of each measure by outcome. An open measure is neither a yes nor a no.
SELECT
  measure,
  count(*) FILTER (WHERE outcome = 'met') AS met,
  count(*) FILTER (WHERE outcome = 'met-in-direction') AS office_decides,
  count(*) FILTER (WHERE outcome = 'met-once-settled') AS once_settled,
  count(*) FILTER (WHERE outcome = 'open') AS open,
  count(*) FILTER (WHERE outcome = 'not-met') AS not_met,
  count(*) FILTER (WHERE outcome = 'not-applicable') AS not_concerned
FROM outcomes
GROUP BY measure
ORDER BY met DESC, measure;
