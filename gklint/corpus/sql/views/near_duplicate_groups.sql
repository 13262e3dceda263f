-- Reports that hang together by texts that are nearly the same, the largest groups first.
WITH members AS (
    SELECT "group", report FROM alike UNION SELECT "group", other FROM alike
)
SELECT
    "group",
    count(*) AS reports,
    count(DISTINCT (body, division)) AS bodies,
    count(DISTINCT above(division)) AS above,
    min(year) AS first_year,
    max(year) AS last_year,
    min(body) AS example
FROM members JOIN reports USING (report)
GROUP BY "group"
ORDER BY reports DESC, "group"
