"""Words of the form that recognition misread, told by the order in which they stand.

Of text that was recognised, what is no known label or heading is taken for the one that it hardly
differs from, if that is lacking where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from gklint.form.alignment import Candidates, align
from gklint.form.structure import Structure
from gklint.form.wordings import Label, Wordings, plain
from gklint.parse.fitting import misfits
from gklint.parse.headings import heading_label
from gklint.parse.layout import lay_out
from gklint.parse.lines import Line
from gklint.text.normalise import words
from gklint.text.numbering import split_numbering
from gklint.text.source import Source
from gklint.text.values import is_value

_LABEL, _HEADING = 3, 6  # of so many characters one may be misread
_BEGINNING = 3  # characters by which a heading is told that breaks off


def with_misread(source: Source, normal: str, wordings: Wordings) -> Wordings:
    """The wordings, with those of ``source`` that are misread."""
    recognition = source.recognition
    if recognition is None:
        return wordings
    lines = lay_out(source, normal).lines
    read = {line.span for line in lines if recognition.within(*line.span)}
    found: dict[str, Candidates] = {}
    for _, rows in groupby(lines, key=lambda line: line.cells):
        run = [*rows]
        if run[0].cells and not read.isdisjoint(line.span for line in run):
            found.update(_labels([*_words(run)], wordings))
    texts = [line.pieces[0].text for line in lines]
    seen = [line.span in read and not line.cells for line in lines]
    found.update(_headings(texts, seen, wordings))
    return wordings.knowing({text: _label(text, each, wordings) for text, each in found.items()})


def _words(lines: Iterable[Line]) -> Iterator[str]:
    """What stands in the cells of rows and is no value."""
    for line in lines:
        yield from (each.text for each in line.pieces if each.text and not is_value(each.text))


def _label(text: str, elements: Candidates, wordings: Wordings) -> Label:
    """What a text is; where its words are unknown ones, its number may be misread as well."""
    if known := wordings.label(text):
        return known._replace(elements=elements)
    numbering, _ = split_numbering(plain(wordings.structure.printed[elements[0]]))
    return Label(elements, numbering, frozenset())


# -- labels --------------------------------------------------------------------------------


def _labels(texts: Sequence[str], wordings: Wordings) -> Mapping[str, Candidates]:
    """What the texts of a table are that have no place in the form otherwise."""
    structure = wordings.structure
    labels = [*map(wordings.label, texts)]
    known = tuple([label.elements if label else () for label in labels])
    fits = {start: align(structure.automata[start], known) for start in structure.shapes}
    start = min(fits, key=lambda each: misfits(fits[each]))
    if not misfits(fits[start]):
        return {}
    automaton = structure.automata[start]
    likely = tuple(
        [
            (*own, *_likely(text, own, automaton.slots, structure))
            for text, own in zip(texts, known, strict=True)
        ]
    )
    steps = align(automaton, likely)
    if misfits(steps) >= misfits(fits[start]):
        return {}
    found: dict[str, Candidates] = {}
    for step in steps:
        if step.token is not None and step.element and step.element not in known[step.token]:
            own = found.get(texts[step.token], known[step.token])
            found[texts[step.token]] = (*own, step.element)
    return found


def _likely(
    text: str, own: Candidates, elements: Iterable[str], structure: Structure
) -> Iterator[str]:
    """What else a label may be: of known words, what they are without their number."""
    key = words(text)
    printed = {each: words(plain(structure.printed[each])) for each in elements}
    if own:
        yield from (each for each, whole in printed.items() if whole[1:] == key)
        return
    off = {each: _distance(key, whole) for each, whole in printed.items()}
    least = min(off.values())
    yield from (
        each
        for each, whole in printed.items()
        if off[each] == least and least * _LABEL <= len(whole)
    )


# -- headings ------------------------------------------------------------------------------


def _headings(
    lines: Sequence[str], seen: Sequence[bool], wordings: Wordings
) -> Mapping[str, Candidates]:
    """The lines that are a heading which no line is, where it is expected; of those ``seen``."""
    order = wordings.structure.sections
    places: dict[str, list[int]] = {name: [] for name in order}
    for at, text in enumerate(lines):
        if label := heading_label(text, wordings):
            places[label.elements[0]].append(at)
    found: dict[str, Candidates] = {}
    for number, name in enumerate(order):
        if places[name]:
            continue
        before = [at for each in order[:number] for at in places[each]]
        start = max(before, default=-1) + 1
        behind = [at for each in order[number:] for at in places[each] if at >= start]
        printed = wordings.structure.printed[name]
        stretch = range(start, min(behind, default=len(lines)))
        like = [lines[at] for at in stretch if seen[at] and _is_like(lines[at], printed)]
        if len(like) == 1:
            found[like[0]] = (name,)
    return found


def _is_like(text: str, printed: str) -> bool:
    """Whether a line is a heading with hardly a character misread, or its beginning."""
    key, whole = words(text), words(plain(printed))
    if len(key) >= _BEGINNING and whole.startswith(key):
        return True
    return _distance(key, whole) <= max(len(whole) // _HEADING, 1)


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)
