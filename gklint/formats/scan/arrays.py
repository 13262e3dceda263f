"""What pictures are made of here: arrays of bytes.  OpenCV does not say of which."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

Grey = NDArray[Any]
"""A picture of one byte a pixel: rows, columns."""
Pixels = NDArray[Any]
"""A picture of three numbers a pixel, blue first, or numbers on their way to one."""
