"""What `gklint anonymise` says of its work, and why it refuses."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "anonymise.written": "{output}: the words are invented, the findings those of the original "
    "({count}); numbers of tables and sentences are as they were.",
    "anonymise.removed": "taken out: {what}.",
    "anonymise.removed-properties": "properties of the document",
    "anonymise.removed-comments": "comments",
    "anonymise.removed-pictures": "{count} pictures",
    "anonymise.removed-objects": "{count} embedded objects",
    "anonymise.removed-data": "custom data",
    "anonymise.kept": "please look before you send it: words of the original had to stay here, "
    "or else something else would be found:",
    "anonymise.kind": "only text, Markdown, web pages and .docx can be anonymised, "
    "please save as .docx: {path}",
    "anonymise.coding": "the encoding of the file has not the invented characters, "
    "please save it in UTF-8: {path}",
    "anonymise.impossible": "without the original name something else is found, "
    "so nothing was written: {path}",
    "anonymise.differs": "in the file with other words something else is found (it may hold other "
    "files), so nothing was written: {path}",
    "anonymise.folder": "a folder, not a file: {path}",
    "anonymise.nothing": "no such file: {path}",
    "anonymise.same": "the output cannot be the input, please give another name: "
    "-o {stem}-anonymous{suffix}",
    "anonymise.suffix": "the output is of the same kind as the input and has to end in {suffix}: "
    "-o {stem}{suffix}",
}
