"""What can be wrong with an archive (zip)."""

from __future__ import annotations

import zipfile
import zlib

BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)
"""What zipfile raises for archives that are damaged, or packed in a way that it cannot read."""
