"""Pages on which all stands at its place: glyphs and ruled lines to lines and tables."""
