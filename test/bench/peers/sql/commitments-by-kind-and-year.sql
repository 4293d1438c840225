-- Shape h.
SELECT kind::text AS kind, extract(year FROM committed_on)::int AS year, count(*)::int AS count, sum(amount) AS amount, currency::text AS currency
FROM investment
GROUP BY investment.kind, extract(year FROM committed_on), investment.currency
ORDER BY investment.kind, 2
