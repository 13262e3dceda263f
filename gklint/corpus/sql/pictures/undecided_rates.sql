SELECT
    year, NULL,
    round(100.0 * sum(undecided) / nullif(sum(passed + failed + undecided), 0), 2)
FROM undecided_rates GROUP BY year ORDER BY year
