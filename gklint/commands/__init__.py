"""The commands: arguments in, output and exit status out.  Only they and ``cli`` print."""
