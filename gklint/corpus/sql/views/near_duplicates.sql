-- Reports whose texts are nearly the same, the most alike first.
SELECT
    a.percent,
    l.body,
    l.division,
    l.year,
    r.body AS other_body,
    r.division AS other_division,
    r.year AS other_year,
    l.body IS NOT DISTINCT FROM r.body AND l.division IS NOT DISTINCT FROM r.division AS same_body,
    a."group",
    a.report,
    a.other
FROM alike a
JOIN reports l ON l.report = a.report
JOIN reports r ON r.report = a.other
ORDER BY a.percent DESC, a.report, a.other
