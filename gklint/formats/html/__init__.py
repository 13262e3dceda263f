"""HTML: a page as a browser shows it, with the place in the file of each character."""
