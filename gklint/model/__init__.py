"""What a report says: its document, its statements, what checks find in it."""
