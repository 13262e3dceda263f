"""Running text to statements."""
