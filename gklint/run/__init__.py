"""The work on the files of a run: read and checked, mended, written."""
