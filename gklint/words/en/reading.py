"""Why a file cannot be read (GK001), and what to do about it.  No full stop at the end."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "reading.over-file": "the file has {found} MB, more than the limit of {limit} MB; to check it "
    "nevertheless, add --limit file={found}",
    "reading.over-text": "it holds {found} MB of text, more than the limit of {limit} MB; to "
    "check it nevertheless, add --limit text={found}",
    "reading.over-entries": "it is a package of {found} files, more than the limit of {limit}; to "
    "check it nevertheless, add --limit entries={found}",
    "reading.over-pages": "it has {found} pages, more than the limit of {limit}; to check it "
    "nevertheless, add --limit pages={found}",
    "reading.over-pieces": "it has more than {limit} lines, paragraphs and cells; to check it "
    "nevertheless, raise --limit pieces=N",
    "reading.over-tables": "it has more than {limit} tables; to check it nevertheless, raise "
    "--limit tables=N",
    "reading.over-depth": "its elements nest more than {limit} deep; the file may be damaged, "
    "please open it in Word or WPS and save it as a new .docx file",
    "reading.over-seconds": "reading it takes more than {limit} seconds; please open it in Word "
    "or WPS and save it as .docx, or raise --limit seconds=N",
    "reading.changed": "the file changed while it was read; please save and close it, then check "
    "again",
    "reading.empty": "the file is empty; perhaps it was not saved or downloaded completely, "
    "please do so again",
    "reading.lock-file": "this is what Word or WPS keeps beside a file that is open, not a "
    "report; please check the file itself",
    "reading.not-a-file": "this is a pipe or a device, not a file; please save what it gives as a "
    "file",
    "reading.folder": "this folder cannot be opened, and nothing in it was checked; please see "
    "whether opening it is permitted, or copy its files into a folder of your own",
    "reading.no-permission": "reading it is not permitted, or another program keeps it open; "
    "please close that program, or check a copy of your own",
    "reading.encrypted": "the file is protected by a password; please open it, remove the "
    "password, save it and check again",
    "reading.damaged": "the file is damaged and no complete {kind} file; please download it "
    "again, or open the original and save it again",
    "reading.misnamed": "it is called {suffix} but is a {kind} file; please make sure it is the "
    "right one, and unpack archives first",
    "reading.over-scans": "it has {found} pages that are pictures, over the limit of {limit}; "
    "please make sure it is the right file, or use --limit scans={found}",
    "reading.over-pixels": "a picture has {found} million pixels, more than the limit of {limit} "
    "million; please scan it again at 200 to 300 dpi, or use --limit pixels={found}",
    "reading.scanned-not-installed": "this is a scan: its pages are pictures; to check it, please "
    "install what recognises text: {command} (or provide a PDF or OFD exported from Word or WPS, "
    "or the .docx file)",
    "reading.scan-unclear": "no lines of print can be read in the pictures; please check that it "
    "is the right file, or lay the paper flat and straight and scan it again at 200 dpi or more; "
    "if it was photographed, take it again from straight above",
    "reading.scanned": "this is a scan: its pages are pictures, and there is no text; please "
    "provide a PDF or OFD exported from Word or WPS, or the .docx file",
    "reading.unnamed-glyphs": "the fonts of this file do not say which character each glyph is: "
    "one can see the text, but not read it out; please provide the .docx file, or export it again",
    "reading.outlines": "the letters on these pages are drawn as shapes, not written as text: one "
    "can see them, but not read them out; please provide the .docx file, or a PDF or OFD exported "
    "from Word or WPS",
    "reading.blank": "there is no text on the pages; please see whether it is the right file, or "
    "export it again",
    "reading.entities": "the file holds XML entities, which Word does not write and which may do "
    "harm; if you trust it, please open it in Word or WPS and save it as a new .docx file",
    "reading.needs-conversion": "this is a {kind} file ({suffix}), which cannot be read directly; "
    "please open it in Word or WPS and save it as .docx (where LibreOffice is installed, it can "
    "be checked as it is)",
    "reading.conversion-failed": "this is a {kind} file ({suffix}) that LibreOffice could not "
    "convert, it may be damaged; please open it in Word or WPS and save it as .docx",
    "reading.embedded": "another file ({suffix}) is embedded in this one, which cannot be read; "
    "please open it in Word or WPS and save it as a new .docx file",
    "reading.unreadable": "the file cannot be opened ({error}); please see whether it is still "
    "there and opens elsewhere",
    "reading.undecodable": "the text on line {line} is damaged; open the original and save it as "
    "UTF-8 plain text",
    "reading.binary": "this is not a text file: it is damaged or of another type; please open the "
    "original and save it as .docx",
    "reading.unknown-type": "“{suffix}” files are not supported; Word (.docx), HTML, PDF, OFD and "
    "text (.txt, .md) are; please unpack archives first",
    "reading.died": "the system ended the program again and again at it (mostly for lack of "
    "memory); please close others, and check it by itself",
    "reading.too-slow": "its check did not come to an end within 5 minutes; please check it by "
    "itself, and tell us if that is no better",
    "reading.no-such-office": "the environment variable {variable} names {path}, which is not the "
    "absolute path of a program; please name soffice, or remove the variable",
}
