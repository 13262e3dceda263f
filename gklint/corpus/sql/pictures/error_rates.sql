SELECT code, any_value(severity), round(100.0 * sum(found) / (SELECT count(*) FROM reports), 1)
FROM error_rates GROUP BY code ORDER BY 3 DESC, code LIMIT 20
