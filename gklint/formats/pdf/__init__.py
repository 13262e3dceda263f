"""PDF, by PDFium: each page as it is drawn."""
