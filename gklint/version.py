"""The version of gklint."""

VERSION = "0.1.0"
