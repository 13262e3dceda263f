"""Pages on which all stands at its place, of whatever format: glyphs and rules to text and tables.

A reader of a format with such pages draws them (``page.Page``) for ``reading.read_pages``.
"""
