-- With `corpus run --against`: what a change of the rules does, by rule.
SELECT
    code,
    change,
    count(*) AS findings,
    count(DISTINCT report) AS reports
FROM effects
GROUP BY code, change
ORDER BY code, change
