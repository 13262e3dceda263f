"""What is wrong with a list of bodies.  No full stop at the end."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "bodies.at-cell": "{path}: {cell}: {problem}",
    "bodies.missing": "no such list of bodies",
    "bodies.suffix": "a list of bodies is a .yaml or .xlsx file",
    "bodies.no-head": "the first {rows} rows of the first sheet have no head “{head}”",
    "bodies.no-list": "expected a list of bodies, each a name, or a table with the keys {keys}",
    "bodies.empty": "no body in the list",
    "bodies.twice": "“{name}” stands in line {line} already",
    "bodies.field-twice": "“{first}” and “{second}” are the same, only one may be given",
    "bodies.parent": "“{parent}”, the body above it, is not in the list",
    "bodies.parent-near": "“{parent}”, the body above it, is not in the list; "
    "did you mean “{near}”?",
    "bodies.circle": "these bodies stand above one another in a circle: {names}",
}
