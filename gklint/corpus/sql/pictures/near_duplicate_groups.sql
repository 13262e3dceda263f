SELECT
    coalesce(example, '') || ' ' || coalesce(first_year, 0)
        || if(last_year > first_year, '–' || last_year, ''),
    NULL,
    reports
FROM near_duplicate_groups ORDER BY reports DESC, "group" LIMIT 20
