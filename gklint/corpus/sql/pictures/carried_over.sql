SELECT year, state, count(*) FROM carried_over GROUP BY year, state
ORDER BY year, list_position(['agrees', 'differs', 'undecided'], state)
