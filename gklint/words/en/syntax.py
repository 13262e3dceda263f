"""What is no valid TOML, JSON, or YAML as rule files use it."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- several of them ------------------------------------------------------------------------
    "syntax.not-utf-8": "the file is not UTF-8; please save it as UTF-8",
    "syntax.lone-return": "the line ends in a carriage return alone; "
    "please let an editor end lines in LF or CRLF",
    "syntax.control": "this line has the invisible character {code}; please delete it",
    "syntax.wide": "this has to be {right} , not the full-width {wrong}",
    "syntax.wide-blank": "this is the wide or special blank {code}; please use a plain blank",
    "syntax.too-deep": "nested too deep, at most {most} levels",
    "syntax.too-large": "the number is too large",
    "syntax.quotes": "a quotation mark lacks its counterpart",
    "syntax.list": "a list lacks its “]”, or a comma between two items",
    "syntax.list-since": "the “[” of line {line} lacks its “]”, or a comma between two items",
    "syntax.number-of-character": "what follows “\\” in double quotes is no number of a character",
    # -- TOML -----------------------------------------------------------------------------------
    "syntax.toml": "not valid TOML: {problem}",
    "syntax.toml-other": "it is not written as it should be",
    "syntax.toml-value": "this is no value (text needs quotes, a list ends with “]”)",
    "syntax.toml-equals": "“=” is expected after the key",
    "syntax.toml-surplus": "there is something after the value",
    "syntax.toml-header": "“[table]” lacks its “]”",
    "syntax.toml-key": "this is no key (one with Chinese characters, blanks or * needs quotes)",
    "syntax.toml-statement": "this line is neither “key = value” nor “[table]”",
    "syntax.toml-date": "there is no such date or time",
    "syntax.toml-braces": "a brace lacks its counterpart",
    "syntax.toml-character": "a quotation mark lacks its counterpart, "
    "or the text has a character that must be escaped",
    "syntax.toml-backslash": "“\\” in double quotes has a meaning of its own; "
    "please use single quotes or “/”",
    "syntax.toml-key-twice": "the same key stands here twice",
    "syntax.toml-key-again": "the same key stands here twice, line {line} has it already",
    "syntax.toml-table-twice": "the same table stands here twice",
    "syntax.toml-table-closed": "this table was complete already, nothing can be added",
    # -- JSON -----------------------------------------------------------------------------------
    "syntax.json": "not valid JSON",
    "syntax.json-key-twice": "{key}: the same key stands here twice",
    "syntax.json-advice": "{problem}; {advice}",
    # -- YAML -----------------------------------------------------------------------------------
    "syntax.yaml": "not valid YAML: {problem}",
    "syntax.yaml-other": "this is not understood; "
    "please look at indentation, colons, quotation marks and brackets",
    "syntax.yaml-wide-colon": "a key is followed by “: ”, not by a full-width colon",
    "syntax.yaml-also": "{problem}; {also}",
    "syntax.yaml-alias": "“&” and “*” cannot refer to other places, please write it out; "
    "text needs quotes",
    "syntax.yaml-tag": "“!” cannot say a type; text needs quotes",
    "syntax.yaml-directive": "nothing begins with “%”; text needs quotes",
    "syntax.yaml-documents": "a file is one document; please delete the other “---”",
    "syntax.yaml-unaligned": "the indentation does not fit the lines above, "
    "or a quotation mark or bracket above lacks its counterpart",
    "syntax.yaml-no-colon": "a key lacks its “: ”, or a text is not indented",
    "syntax.yaml-tab": "please indent by blanks, not by tabs",
    "syntax.yaml-colon": "“: ” cannot stand here: the line above is not complete, "
    "or a text with “: ” lacks quotes",
    "syntax.yaml-item": "“- ” cannot stand here; please look at the indentation",
    "syntax.yaml-question": "“? ” cannot stand here; text needs quotes",
    "syntax.yaml-backslash": "“\\” in double quotes has a meaning of its own; "
    "please use single quotes",
    "syntax.yaml-block": "nothing can follow “|” and “>”; text needs quotes",
    "syntax.yaml-braces": "a brace lacks its counterpart, or two items lack a comma between them",
    "syntax.yaml-braces-since": "the “{{” of line {line} lacks its “}}”, "
    "or two items lack a comma between them",
    "syntax.yaml-surplus": "the document has ended above, there is something after it",
    "syntax.yaml-value": "a value is missing, or there is a mark too many",
    "syntax.yaml-colon-in-brackets": "text with “:” in brackets needs quotes",
    "syntax.yaml-beginning": "text that begins with “{character}” needs quotes",
    "syntax.yaml-key-twice": "the same key stands here twice, line {line} has it already",
    "syntax.yaml-key": "a key is text; text with brackets needs quotes",
    "syntax.yaml-no-key": "a key is missing before “:”",
    "syntax.yaml-merge": "“<<” cannot merge other places, please write it out",
    "syntax.yaml-digits": "a number has at most {most} digits; text needs quotes",
}
