"""Text of a report: where it came from, its writing made equal, its numbers."""
