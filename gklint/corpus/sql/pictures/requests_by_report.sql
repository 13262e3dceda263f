-- Of the requests handled in a year, what became of them; without governments, whose reports hold
-- the numbers of others.
WITH kinds AS (
    UNPIVOT (
        SELECT
            year,
            sum(granted) AS granted, sum(partial) AS partial, sum(denied) AS denied,
            sum(unable) AS unable, sum(rejected) AS rejected, sum(other) AS other
        FROM requests_by_report
        WHERE NOT coalesce(is_government(body), false)
        GROUP BY year
    )
    ON granted, partial, denied, unable, rejected, other INTO NAME kind VALUE number
)
SELECT year, kind, round(100.0 * number / nullif(sum(number) OVER (PARTITION BY year), 0), 1)
FROM kinds
ORDER BY
    year,
    list_position(['granted', 'partial', 'denied', 'unable', 'rejected', 'other'], kind)
