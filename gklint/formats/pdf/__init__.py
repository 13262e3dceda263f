"""PDF, by pdfminer: each page as it is drawn."""
