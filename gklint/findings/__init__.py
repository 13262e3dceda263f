"""What users see of a report: its diagnostics, in words and with places."""
