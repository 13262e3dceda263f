SELECT
    if(percent = 100, '100 %', format('{}–{} %', 5 * (percent // 5), 5 * (percent // 5) + 4)),
    if(same_body, 'same_body', 'other_body'),
    count(*)
FROM near_duplicates GROUP BY percent // 5, 1, same_body
ORDER BY percent // 5, same_body DESC
