"""Programs that turn reports into other kinds of files, as they are met on the way to gklint."""

from tests.interop.converters.base import Converter
from tests.interop.converters.documents import DOCUMENTS
from tests.interop.converters.fixed import FIXED
from tests.interop.converters.markup import MARKUP
from tests.interop.converters.text import TEXT

CONVERTERS = (*FIXED, *DOCUMENTS, *TEXT, *MARKUP)

__all__ = ["CONVERTERS", "Converter"]
