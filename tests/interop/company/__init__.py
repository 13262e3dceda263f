"""gklint beside other programs: formatters, readers of its results, hook runners, editors."""
