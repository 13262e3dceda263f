"""Word files (.docx): read with all tracked changes accepted; comments written into a copy."""
