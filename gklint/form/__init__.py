"""The official form, from ``grammar/`` and ``rules/format/``: the one place that knows it."""
