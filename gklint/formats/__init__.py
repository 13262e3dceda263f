"""The formats of files: each read into a text with places; Word files are written, too."""
