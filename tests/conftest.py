"""Options of the test run."""

from __future__ import annotations

import os

import pytest

# Set where git itself runs the tests, in a hook or a rebase: repositories that tests make would be
# made in the one of this checkout.
for _name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"):
    os.environ.pop(_name, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what gklint says now to examples/*.expected and the READMEs",
    )
