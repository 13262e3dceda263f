-- Of the reports of a year and a province, in how many a rule found something.
WITH checked AS (
    SELECT year, province(division) AS province, count(*) AS reports FROM reports GROUP BY ALL
), found AS (
    SELECT
        code,
        min(list_position(['error', 'warning', 'info'], f.severity)) AS worst,
        f.year,
        province(division) AS province,
        count(DISTINCT report) AS found
    FROM findings f JOIN reports r USING (report)
    WHERE f.accepted IS NULL
    GROUP BY code, f.year, province(division)
)
SELECT
    code,
    ['error', 'warning', 'info'][worst] AS severity,
    found.year,
    found.province,
    reports,
    found,
    round(100.0 * found / reports, 1)::DECIMAL(4, 1) AS share
FROM found JOIN checked
    ON found.year IS NOT DISTINCT FROM checked.year
    AND found.province IS NOT DISTINCT FROM checked.province
ORDER BY code, found.year, found.province
