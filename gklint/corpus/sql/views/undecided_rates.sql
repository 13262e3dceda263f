-- Of the checks of a year and a province, how many passed, failed, or could not be decided.
SELECT
    year,
    province(division) AS province,
    count(*) AS reports,
    sum(passed)::BIGINT AS passed,
    sum(failed)::BIGINT AS failed,
    sum(undecided)::BIGINT AS undecided,
    round(100.0 * sum(undecided) / nullif(sum(passed + failed + undecided), 0), 1)::DECIMAL(4, 1)
        AS share
FROM reports
GROUP BY ALL
ORDER BY year, province
