"""A new report: the blank official form with the numbers that there are, as a Word file."""
