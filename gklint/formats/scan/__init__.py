"""Pictures of pages read: by recognition, cell by cell."""
