"""Which files are checked, and by which settings."""
