"""What the running text says against what the tables say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from gklint.checks.options import (
    CELL,
    COLUMN,
    NUMBER,
    SUM,
    TEXT,
    Cell,
    Options,
    by_name,
    option,
    several,
)
from gklint.checks.registry import Context, check
from gklint.checks.said import cell_note, of_this_year, printed
from gklint.checks.totals import is_count, row_totals
from gklint.files.keyed import KeyedFile, KeyPath
from gklint.form.form import Form
from gklint.model.document import Address, Document
from gklint.model.outcomes import (
    CellName,
    Finding,
    NotApplicable,
    Outcome,
    Undecided,
)
from gklint.model.statements import SOME, Count, Doubt, Where
from gklint.text.source import Span
from gklint.text.values import Number
from gklint.words import Message

Addends = tuple[str, ...]
_COUNTED = TEXT  # which names there are, the form knows: see ``verify``


class _Expected(NamedTuple):
    """The numbers that agree with the tables; the cell to point at, and what it stands for."""

    numbers: frozenset[Number]
    address: Address
    span: Span
    value: Number


class CountOptions(Options):
    """``counts``: for what a text counts, the sums of the tables of which one must agree.

    A sum adds up rows (``requests.new``: its column ``total``) and cells
    (``disclosure.normative_documents.issued``).  A sum of what the table of this version of the
    form does not have is left out.  If the first that is left cannot be computed, nothing is
    said; of the others, what comes to 0 is no alternative.

    ``columns``: for whom or which result it counts, the columns that take the place of ``total``.
    ``carried_in``: the row that a count of how new requests ended may leave out.
    ``charges``: the cells of amounts, which are printed in units of ``unit`` yuan.
    """

    total: str = option(COLUMN)
    counts: Mapping[str, tuple[Addends, ...]] = option(
        by_name(several(SUM, "rulefiles.sums"), "rulefiles.counts", _COUNTED)
    )
    columns: Mapping[str, Addends] | None = option(
        by_name(SUM, "rulefiles.counts", _COUNTED), default=None
    )
    carried_in: str | None = option(TEXT, default=None)
    charges: Mapping[str, Cell] | None = option(
        by_name(CELL, "rulefiles.counts", _COUNTED), default=None
    )
    unit: int = option(NUMBER, default=1)

    @classmethod
    def verify(cls, form: Form, file: KeyedFile, path: KeyPath, found: dict[str, Any]) -> None:
        """Refuse rows, columns and cells that the form does not have."""
        cells = {".".join(cell) for cell in form.structure.cells()}
        columns = sorted({cell.rpartition(".")[2] for cell in cells})
        rows = {cell.rpartition(".")[0] for cell in cells if cell.endswith(f".{found['total']}")}
        for key in ("counts", "columns", "charges"):
            for about in found.get(key, ()):
                file.one_of((*path, key, about), about, sorted(form.vocabulary.counted))
        for about, sums in found["counts"].items():
            for index, addends in enumerate(sums):
                for name in addends:
                    file.one_of((*path, "counts", about, index), name, sorted(rows | cells))
        for about, addends in found.get("columns", {}).items():
            for name in addends:
                file.one_of((*path, "columns", about), name, columns)
        if "carried_in" in found:
            file.one_of((*path, "carried_in"), found["carried_in"], sorted(rows))

    def stated(self, document: Document) -> Iterator[tuple[CellName, Number]]:
        """What the running text says of single cells."""
        for claim in document.statements.counts:
            columns = self.columns_of(claim)
            if claim.number is None or claim.partial or len(columns) != 1:
                continue
            if not of_this_year(document, claim.where):
                continue
            sums = self.counts.get(claim.about, ())
            for addends in sums[:1] if claim.apart else sums:
                if len(addends) == 1:
                    table, row, column = (*addends[0].split("."), columns[0])[:3]
                    yield CellName(table, row, column), claim.number

    def columns_of(self, claim: Count) -> Addends:
        """The columns whose numbers add up to what is counted."""
        if claim.column is None:
            return (self.total,)
        return (self.columns or {}).get(claim.column, ())


@check("prose-count", CountOptions)
def prose_count(context: Context, options: CountOptions) -> Iterable[Outcome]:
    """Find numbers in the running text that the tables contradict."""
    document = context.document
    statements = document.statements
    claims = [*statements.counts]
    claims += [Count(about, 0, None, where) for about, where in statements.no_disputes]
    if not claims and not statements.charges:
        yield NotApplicable()
        return
    superseded = context.form.version_for(document.year) not in (None, document.version)
    wrong: set[tuple[Span, int]] = set()
    for claim in claims:
        number = (claim.where.sentence, claim.at)
        if not of_this_year(document, claim.where) or (claim.again and number in wrong):
            continue
        expected = _expected(document, claim, options, superseded=superseded)
        if expected is None or claim.number in expected.numbers:
            continue
        if _are_none_new(document, claim, options):
            continue  # GK401 says so
        doubt = _doubt(document, claim, expected, options)
        said = printed(document, claim.where) if claim.number is None else claim.number
        if doubt:
            yield Undecided(f"messages.doubt-{doubt.value}", expected.address, {"said": said})
            continue
        wrong.add(number)
        found = _contradicted(document, claim.about, claim.column, claim.where, expected, said)
        yield found._replace(kind="roughly") if claim.number is None else found
    yield from _charges(document, options)


def _are_none_new(document: Document, claim: Count, options: CountOptions) -> bool:
    """Whether some new requests are counted where the table has none."""
    if claim.about != "new" or not claim.some:
        return False
    every = _expected(document, claim._replace(column=None), options, superseded=False)
    return every is not None and every.numbers == {0}


def _doubt(
    document: Document, claim: Count, expected: _Expected, options: CountOptions
) -> Doubt | None:
    """Why a number that is not that of the table may be right."""
    if expected.numbers == {0} and claim.some and claim.doubt in SOME:
        return None
    low = min(expected.numbers)
    if claim.about == "answered" and claim.number is not None and claim.number < low:
        return Doubt.PART
    if claim.about == "dealt" and claim.number is not None and claim.doubt is None:
        # Some say so of the new ones, some of those that are done, some of those in between.
        return Doubt.PART if low < claim.number < max(expected.numbers) else None
    if claim.doubt is not Doubt.NEW or claim.number is None:
        return claim.doubt
    table, _, row = (options.carried_in or "").partition(".")
    carried = row_totals(document, table, row, options.total)
    return Doubt.NEW if not carried or 0 < low - claim.number <= max(carried) else None


def _contradicted(
    document: Document,
    about: str,
    column: str | None,
    where: Where,
    expected: _Expected,
    said: object,
) -> Finding:
    name = Message(f"messages.about-{about}")
    if column:
        name = Message(
            "messages.about-column", {"about": name, "of": Message(f"messages.of-{column}")}
        )
    note = cell_note(expected.span, expected.address, expected.value)
    args = {
        "said": said,
        "number": expected.value,
        "about": name,
        "printed": document.source.text[slice(*where.span)],
    }
    return Finding(Address("prose-count", about, column), where.span, args, notes=(note,))


def _expected(
    document: Document, claim: Count, options: CountOptions, *, superseded: bool
) -> _Expected | None:
    """What the tables have for a count, as far as it is to be looked for; None if they cannot tell.

    ``superseded``: they are those of another year, of which single cells mean something else.
    """
    columns = options.columns_of(claim)
    sums = (
        addends
        for addends in options.counts.get(claim.about, ())
        if addends
        and all(_is_there(document, name, columns) for name in addends)
        and not (superseded and any(name.count(".") > 1 for name in addends))
    )
    first = next(sums, None)
    if first is None or not columns:
        return None
    numbers = _sums(document, first, columns)
    cell = _cell(document, first[0], columns[0])
    if cell is None or not numbers:
        return None
    alone = claim.apart or claim.number in numbers  # most agree with the first
    more = () if alone else (_sums(document, addends, columns) for addends in sums)
    every = numbers | {number for each in more for number in each if number}
    return cell._replace(numbers=every, value=min(numbers))


def _is_there(document: Document, name: str, columns: Addends) -> bool:
    """Whether the table has what a sum names."""
    table, row, *column = name.split(".")
    found = document.tables.get(table)
    known = found.rows[row].columns if found and row in found.rows else ()
    return {*(column or columns)} <= {*known}


def _sums(document: Document, addends: Addends, columns: Addends) -> frozenset[Number]:
    """What addends may come to; empty if one of them cannot be told."""
    sums: frozenset[Number] = frozenset({0})
    for name in addends:
        for column in columns:
            found = _numbers(document, name, column)
            sums = frozenset(left + right for left in sums for right in found)
    return sums


def _numbers(document: Document, name: str, column: str) -> frozenset[Number]:
    """The numbers that a row, in a column, or a cell stands for."""
    table, row, *own = name.split(".")
    found = document.tables[table]
    if not own and column == found.rows[row].columns[-1]:
        return row_totals(document, table, row, column)
    number = found.number(row, (own or [column])[0])
    return frozenset() if number is None or not is_count(number) else frozenset({number})


def _cell(document: Document, name: str, column: str) -> _Expected | None:
    """The cell to point at for a row or a cell."""
    table, row, column = (*name.split("."), column)[:3]
    found = document.tables.get(table)
    cell = found.cells.get((row, column)) if found else None
    return _Expected(frozenset(), Address(table, row, column), cell.span, 0) if cell else None


def _charges(document: Document, options: CountOptions) -> Iterable[Outcome]:
    """Find amounts that table two contradicts, or has in another unit."""
    for charge in document.statements.charges:
        cell = (options.charges or {}).get(charge.about)
        table = document.tables.get(cell.table) if cell else None
        piece = table.cells.get(cell.key) if table and cell else None
        if cell is None or piece is None or piece.number is None:
            continue
        number, said = Decimal(piece.number), charge.yuan / options.unit
        if not of_this_year(document, charge.where) or _as_printed(said, number):
            continue
        if charge.doubt:
            args = {"said": printed(document, charge.where)}
            yield Undecided(f"messages.doubt-{charge.doubt.value}", cell.address, args)
            continue
        expected = _Expected(frozenset(), cell.address, piece.span, number)
        told = printed(document, charge.where)
        found = _contradicted(document, charge.about, None, charge.where, expected, told)
        in_yuan = bool(number) and charge.yuan == number
        filled = {"number": piece.text, "right": f"{said.normalize():f}"}
        yield found._replace(args={**found.args, **filled}, kind="yuan" if in_yuan else "amount")


def _as_printed(amount: Decimal, printed: Decimal) -> bool:
    """Whether two amounts are one, rounded to the digits of that which has fewer."""
    digits = max(_exponent(amount), _exponent(printed))
    return (
        abs(amount - printed) <= Decimal(1).scaleb(digits) / 2 if digits < 0 else amount == printed
    )


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
