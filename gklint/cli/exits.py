"""What an exit status means.  Imports nothing, so that a command line is refused at once."""

CLEAN, FOUND, USAGE, UNCHECKED = 0, 1, 2, 3
"""Nothing at or above ``--fail-on``; something; bad usage or configuration; a file not checked."""
