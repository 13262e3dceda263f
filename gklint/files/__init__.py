"""Files that are no reports: their names, what gklint ships, keys and values, writing."""
