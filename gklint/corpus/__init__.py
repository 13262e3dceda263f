"""Reports by the hundred thousand: checked in parts on an engine, kept as tables, asked in SQL."""
