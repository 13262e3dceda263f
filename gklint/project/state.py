"""What tells the settings of one file, and all that they name, from others."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from gklint.files.paths import may_be_read
from gklint.project.config import Config


def state_of(config: Config, today: str, last_year: bytes) -> bytes | None:
    """A digest of a configuration with the command line over it, and of the files that it names.

    None where these cannot be read, or name others in turn; then nothing can be told.  ``today``
    counts where something is accepted until a day.  ``last_year``: what tells the files of last
    year's from others.
    """
    try:
        named = [*_named(config)]
    except OSError:
        return None
    if not all(_stands_alone(path, data) for path, data in named if path in config.rules):
        return None
    settings = (
        *(config.root, config.select, config.ignore, sorted(config.severity.items())),
        *(config.fail_on, config.rules, config.accept, config.baseline),
        *(config.previous, last_year, today if config.accept else ""),
    )
    found = blake2b(repr(settings).encode("utf-8", "surrogatepass"), digest_size=16)
    for _, data in named:
        found.update(blake2b(data, digest_size=16).digest())
    return found.digest()


def _stands_alone(path: Path, data: bytes) -> bool:
    from gklint.files.shipped import DataFile
    from gklint.ruleset.reading import stands_alone

    return stands_alone(DataFile(str(path), data.decode("utf-8", "replace")))


def _named(config: Config) -> Iterator[tuple[Path, bytes]]:
    for path in (*config.rules, config.accept, config.baseline):
        if path is not None:
            if not may_be_read(path):
                raise OSError(f"{path} is a pipe or a device")
            yield path, path.read_bytes()
