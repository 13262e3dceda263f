-- What became of the requests, in a row for each report.  A government's report holds the numbers
-- of its bodies, too: add up either the one or the others.
SELECT
    report,
    any_value(r.body) AS body,
    any_value(r.division) AS division,
    any_value(r.year) AS year,
    max(value) FILTER ("row" = 'new') AS new,
    max(value) FILTER ("row" = 'carried_in') AS carried_in,
    max(value) FILTER ("row" = 'granted') AS granted,
    max(value) FILTER ("row" = 'partial') AS partial,
    sum(value) FILTER ("row" LIKE 'denied_%')::DECIMAL(18, 4) AS denied,
    sum(value) FILTER ("row" LIKE 'unable_%')::DECIMAL(18, 4) AS unable,
    sum(value) FILTER ("row" LIKE 'rejected_%')::DECIMAL(18, 4) AS rejected,
    sum(value) FILTER ("row" LIKE 'other_%')::DECIMAL(18, 4) AS other,
    max(value) FILTER ("row" = 'handled_total') AS handled_total,
    max(value) FILTER ("row" = 'carried_out') AS carried_out
FROM cells JOIN reports r USING (report)
WHERE "table" = 'requests' AND "column" = 'total'
GROUP BY report
