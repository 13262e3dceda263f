"""``--format html``: a page on which a report is looked at, in one file that asks for no other."""

from gklint.render.html.page import Html

__all__ = ["Html"]
