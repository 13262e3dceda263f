"""The bodies of a county: who they are, by which names, and what their reports add up to."""
