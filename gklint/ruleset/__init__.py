"""Rules: their files compiled, chosen and run."""
