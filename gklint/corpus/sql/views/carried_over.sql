-- What a body's report carries in, against what that of the year before carried out.
-- One body is the same name as printed, and the same division where both are known.
WITH held AS (  -- copies of one file count once
    SELECT body, division, year, min(report) AS report, count(DISTINCT hash) > 1 AS several
    FROM reports
    WHERE body IS NOT NULL AND year IS NOT NULL
    GROUP BY ALL
), pairs AS (
    SELECT
        now.body,
        coalesce(now.division, before.division) AS division,
        now.year,
        now.report,
        before.report AS report_before,
        now.several OR before.several
            OR count(*) OVER (PARTITION BY now.body, now.division, now.year) > 1
            OR count(*) OVER (PARTITION BY before.body, before.division, before.year) > 1
            AS several
    FROM held now JOIN held before
        ON before.body = now.body
        AND before.year = now.year - 1
        AND coalesce(before.division = now.division, true)
), requests AS (
    SELECT report, "row", "column", value, state FROM cells
    WHERE "table" = 'requests' AND "row" IN ('carried_in', 'carried_out')
), compared AS (
    SELECT
        pairs.*,
        taken."column",
        if(several, NULL, out.value) AS carried_out,
        if(several, NULL, taken.value) AS carried_in,
        CASE
            WHEN several THEN 'several'
            WHEN out.value IS NULL THEN out.state
            WHEN taken.value IS NULL THEN taken.state
        END AS reason
    FROM pairs
    JOIN requests taken ON taken.report = pairs.report AND taken."row" = 'carried_in'
    JOIN requests out
        ON out.report = report_before AND out."row" = 'carried_out' AND out."column" = taken."column"
)
SELECT
    body,
    division,
    year,
    "column",
    carried_out,
    carried_in,
    carried_in - carried_out AS difference,
    CASE
        WHEN reason IS NOT NULL THEN 'undecided'
        WHEN carried_in = carried_out THEN 'agrees'
        ELSE 'differs'
    END AS state,
    reason,
    report,
    report_before
FROM compared
