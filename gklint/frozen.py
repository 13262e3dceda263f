"""Values with named fields, which remember what is computed of them.

A named tuple has no room for a ``cached_property``, and ``dataclasses`` loads ``inspect``: a tenth
of the time that checking a single file takes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform as _typed
else:  # only for type checkers; typing has it since Python 3.11

    def _typed(**_):
        return lambda made: made


_Self = TypeVar("_Self", bound="Frozen")
_Made = TypeVar("_Made")


@_typed(frozen_default=True)
class Frozen:
    """What is made of this class declares its fields as a dataclass does, and stays as it is made.

    Its values are equal if all fields are; with ``eq=False`` each is only equal to itself.
    """

    _fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, eq: bool = True) -> None:
        declared = (name for name, kind in cls.__annotations__.items() if "ClassVar" not in kind)
        cls._fields = (*cls._fields, *declared)
        if not eq:
            cls.__eq__ = object.__eq__  # type: ignore[method-assign]
            cls.__hash__ = object.__hash__  # type: ignore[method-assign]

    def __init__(self, *given: Any, **named: Any) -> None:
        named.update(zip(self._fields, given, strict=False))
        values = vars(self)
        for name in self._fields:
            values[name] = named.pop(name) if name in named else getattr(type(self), name)
        if named or len(given) > len(self._fields):
            raise TypeError(f"{type(self).__name__} has no such fields: {[*named]}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be set: {type(self).__name__} stays as it is")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        fields = zip(self._fields, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields)})"

    def _replace(self: _Self, **changes: Any) -> _Self:
        """The same with other values in some fields."""
        return type(self)(**{**dict(zip(self._fields, self._values(), strict=True)), **changes})

    def _values(self) -> tuple[Any, ...]:
        return tuple(vars(self)[name] for name in self._fields)


@_typed(frozen_default=True)
def frozen_for_types(*, eq: bool = True) -> Callable[[type[_Made]], type[_Made]]:
    """A dataclass of which a file has thousands of values.

    Only type checkers see to it that these stay as they are: where Python does, to make one takes
    twice as long.
    """
    from dataclasses import dataclass

    return dataclass(eq=eq, unsafe_hash=eq)
