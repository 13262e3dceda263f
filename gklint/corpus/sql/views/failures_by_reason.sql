-- Why files gave no report, and one of them for each reason.
SELECT
    reason,
    message,
    count(*) AS files,
    min(address) AS example
FROM failures
GROUP BY reason, message
ORDER BY files DESC, reason, message
