-- The cells of a government's report, against the sums of the reports right below it: those of the
-- other bodies of its division, and of the governments of the divisions right below.
-- Which bodies there are, no table tells: that a report is missing shows only in the sums.  So a
-- difference is one where nearly all else agrees; otherwise it is undecided.
WITH held AS (  -- copies of one file count once
    SELECT
        body, division, year, min(report) AS report, count(DISTINCT hash) > 1 AS several,
        is_government(body) AS government, is_office(body) AS office, is_vertical(body) AS vertical
    FROM reports
    WHERE body IS NOT NULL AND division IS NOT NULL AND year IS NOT NULL
    GROUP BY body, division, year
), parents AS (  -- its office, where the government itself has no report
    SELECT * FROM held
    WHERE government OR office
    QUALIFY government = max(government) OVER (PARTITION BY division, year)
        AND count(*) OVER (PARTITION BY division, year, government) = 1
        AND NOT several
), below AS (
    SELECT parent.report AS parent, child.report, child.vertical, child.several
    FROM parents parent JOIN held child
        ON child.division = parent.division AND child.year = parent.year
    WHERE child.body <> parent.body
    UNION ALL
    SELECT parent.report, child.report, false, child.several
    FROM parents parent JOIN (SELECT *, above(division) AS above FROM held) child
        ON child.above = parent.division AND child.year = parent.year
    WHERE child.government
), counted AS (
    SELECT report, "table", "row", "column", value FROM cells
    WHERE "table" IN ('disclosure', 'requests', 'disputes')
), sums AS (
    SELECT
        parent AS report, "table", "row", "column",
        count(*) AS children,
        coalesce(sum(value) FILTER (NOT vertical), 0)::DECIMAL(18, 4) AS sum,
        coalesce(sum(value) FILTER (vertical), 0) AS of_vertical,
        coalesce(bool_or(several OR (value IS NULL AND NOT vertical)), false) AS unclear
    FROM below JOIN counted USING (report)
    GROUP BY parent, "table", "row", "column"
), compared AS (
    SELECT
        body, division, year, report, office,
        "table", "row", "column",
        counted.value AS own, sum, children, unclear,
        -- Bodies that answer to their ministry alone may be counted or not.
        counted.value IN (sum, sum + of_vertical) AS equal,
        counted.value <> 0 OR sum <> 0 AS telling
    FROM parents
    JOIN counted USING (report)
    JOIN sums USING (report, "table", "row", "column")
), fitting AS (
    SELECT
        *,
        count(*) FILTER (telling) OVER whole AS telling_cells,
        round(100 * count(*) FILTER (telling AND equal) OVER whole
            / nullif(count(*) FILTER (telling) OVER whole, 0))::INTEGER AS fitting
    FROM compared
    WINDOW whole AS (PARTITION BY report)
)
SELECT
    body,
    division,
    year,
    "table",
    "row",
    "column",
    own,
    sum,
    own - sum AS difference,
    children,
    fitting,
    CASE
        WHEN own IS NULL OR unclear THEN 'undecided'
        WHEN equal THEN 'agrees'
        WHEN office OR "row" = 'fees' OR telling_cells < 10 OR fitting < 80 THEN 'undecided'
        ELSE 'differs'
    END AS state,
    report
FROM fitting
