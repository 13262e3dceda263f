"""A report that shows the same faults, with invented words in place of what its authors wrote."""
