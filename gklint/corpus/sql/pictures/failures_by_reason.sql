SELECT reason, NULL, sum(files) FROM failures_by_reason GROUP BY reason ORDER BY 3 DESC, 1 LIMIT 20
