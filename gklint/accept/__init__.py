"""Findings that are accepted on purpose: by comments, accept files and baselines."""
