SELECT year, state, count(*) FROM roll_up GROUP BY year, state
ORDER BY year, list_position(['agrees', 'differs', 'undecided'], state)
