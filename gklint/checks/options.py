"""What the options of checks may be, declared beside each check and validated with its rule.

A check that has options declares them in a class: ``section: str = option(SECTION)``.  Names of
the form are those of ``grammar/report.lark`` in lower case, and must be there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, NoReturn

from gklint.files import kinds
from gklint.files.keyed import KeyedFile, KeyPath, shortened
from gklint.files.kinds import Kind
from gklint.form.form import Form
from gklint.form.formula import formula_of
from gklint.model.document import Address
from gklint.text.expressions import Expression

if TYPE_CHECKING:
    from gklint.form.notation import NotationError

MakeExpression = Callable[[str], Expression]

_REQUIRED = object()


def _frozen(value: Any, make: MakeExpression) -> Any:
    """A JSON value with tuples for lists."""
    if isinstance(value, list):
        return tuple(_frozen(item, make) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item, make) for key, item in value.items()}
    return value


class Cell(NamedTuple):
    """A cell of the form that an option names: ``requests.new.total``."""

    table: str
    row: str
    column: str

    @property
    def key(self) -> tuple[str, str]:
        """Row and column."""
        return self.row, self.column

    @property
    def address(self) -> Address:
        """Where it stands in a report."""
        return Address(*self)


class OptionKind(NamedTuple):
    """``bind``: the kind of value for a form.

    ``load``: the option from what JSON kept of it, given how expressions are made.
    """

    bind: Callable[[Form], Kind]
    load: Callable[[Any, MakeExpression], Any] = _frozen


class _Declared(NamedTuple):
    kind: OptionKind
    default: Any


def option(kind: OptionKind, default: Any = _REQUIRED) -> Any:
    """One of the options of a check; without a ``default`` a rule must have it."""
    return _Declared(kind, default)


def _plain(kind: Kind) -> OptionKind:
    return OptionKind(lambda _: kind)


def expression(groups: int = 0) -> OptionKind:
    """A regular expression, with so many groups at least."""
    kind = kinds.expression(groups)
    return OptionKind(lambda _: kind, lambda value, make: make(value))


def several(of: OptionKind, expected: str) -> OptionKind:
    """A list, as a tuple."""
    return OptionKind(
        lambda form: kinds.listing(of.bind(form), expected),
        lambda value, make: tuple(of.load(item, make) for item in value),
    )


def by_name(of: OptionKind, expected: str, names: OptionKind) -> OptionKind:
    """A table of values by names of this kind."""
    return OptionKind(
        lambda form: kinds.table(of.bind(form), expected, names.bind(form)),
        lambda value, make: {
            names.load(name, make): of.load(item, make) for name, item in value.items()
        },
    )


def one_of(*names: str) -> OptionKind:
    """One of these names."""
    return _plain(kinds.choice(*names))


def _rows(form: Form) -> Iterable[str]:
    return dict.fromkeys(row.name for shape in form.structure.shapes.values() for row in shape.rows)


def _columns(form: Form) -> Iterable[str]:
    shapes = form.structure.shapes.values()
    return dict.fromkeys(column for shape in shapes for row in shape.rows for column in row.columns)


def _cells(form: Form) -> Iterable[str]:
    return sorted(map(".".join, form.structure.cells()))


def _formula(form: Form) -> Kind:  # noqa: ARG001 (which names it may use, its table decides)
    from gklint.form.notation import NotationError, parse

    def take(file: KeyedFile, path: KeyPath, value: Any) -> Any:
        text = kinds.text("rulefiles.formula").take(file, path, value)
        try:
            return parse(text)
        except NotationError as error:
            _refuse(file, path, text, "rulefiles.formula-wrong", error)

    return Kind({"type": "string"}, take)


def _addends(text: str) -> tuple[str, ...]:
    """The names that a sum adds up.  Raises NotationError."""
    from gklint.form.notation import NotationError, parse_sum

    terms = parse_sum(text)
    if any(term.first is None or term.first != term.last or term.sign < 0 for term in terms):
        raise NotationError("rulefiles.sum-of-cells")
    return tuple(str(term.first) for term in terms)


def _sum(form: Form) -> Kind:  # noqa: ARG001 (which names it may use, its check decides)
    from gklint.form.notation import NotationError

    def take(file: KeyedFile, path: KeyPath, value: Any) -> tuple[str, ...]:
        text = kinds.text("rulefiles.sum").take(file, path, value)
        try:
            return _addends(text)
        except NotationError as error:
            _refuse(file, path, text, "rulefiles.sum-wrong", error)

    return Kind({"type": "string"}, take)


def _refuse(
    file: KeyedFile, path: KeyPath, text: str, problem: str, error: NotationError
) -> NoReturn:
    """Say in one line what is wrong with a formula or sum, which may have several, and where."""
    shown = shortened(" ".join(text.split()))
    file.fail_within(path, error.offset, problem, text=shown, problem=error.message)


TEXT = _plain(kinds.text("rulefiles.text"))
TEXTS = several(TEXT, "rulefiles.texts")
PATTERN = expression()
PATTERNS = several(PATTERN, "rulefiles.expressions")
GROUPED = several(expression(groups=1), "rulefiles.expressions")
"""Expressions of which the first group is what is looked for."""
SOUGHT = by_name(PATTERN, "rulefiles.sought", TEXT)
"""Expressions by what has to stand there: they are compiled and tried only where it does."""
NUMBER = _plain(kinds.number())
SECTION = OptionKind(lambda form: kinds.choice(*form.structure.sections))
TABLE = OptionKind(lambda form: kinds.choice(*form.structure.tables))
ROW = OptionKind(lambda form: kinds.choice(*_rows(form)))
ROWS = several(ROW, "rulefiles.rows")
COLUMN = OptionKind(lambda form: kinds.choice(*_columns(form)))
COLUMNS = several(COLUMN, "rulefiles.columns")
VERSION = OptionKind(lambda form: kinds.choice(*(each.name for each in form.versions)))
CELL = OptionKind(
    lambda form: kinds.choice(*_cells(form)), lambda value, _: Cell(*value.split("."))
)
SUM = OptionKind(_sum)
"""Rows and cells that are added up, as their names."""
FORMULA = OptionKind(_formula, lambda value, _: formula_of(value))


class Options:
    """The options of a check: none, or those that a class made of this one declares.

    No dataclass: there is one for nearly every check, and making them takes long at each start.
    """

    _declared: ClassVar[Mapping[str, _Declared]] = {}

    def __init_subclass__(cls) -> None:
        cls._declared = {
            name: each
            for base in reversed(cls.__mro__)
            for name, each in vars(base).items()
            if isinstance(each, _Declared)
        }

    def __init__(self, given: Mapping[str, Any]) -> None:
        for name, option in self._declared.items():
            vars(self)[name] = given.get(name, option.default)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be set: options stay as they are")

    @classmethod
    def kinds(cls) -> dict[str, OptionKind]:
        """The kind of each option."""
        return {name: each.kind for name, each in cls._declared.items()}

    @classmethod
    def take(cls, form: Form, file: KeyedFile, path: KeyPath, value: Any) -> dict[str, Any]:
        """The options of a rule as JSON values.  Raises the error of the file."""
        required = [name for name, each in cls._declared.items() if each.default is _REQUIRED]
        known = {name: kind.bind(form) for name, kind in cls.kinds().items()}
        found: dict[str, Any] = kinds.record(known, required).take(file, path, value)
        cls.verify(form, file, path, found)
        return found

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse options that do not fit together.  Raises the error of the file."""

    @classmethod
    def load(cls, found: Mapping[str, Any], make: MakeExpression = Expression) -> Options:
        """The options from their JSON values; ``make``: an expression of what the rule says."""
        known = cls.kinds()
        return cls({name: known[name].load(value, make) for name, value in found.items()})
