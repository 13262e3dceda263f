"""What the page to drop files on says."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "web.title": "gklint",
    "web.in-zh": "中文",
    "web.in-en": "English",
    "web.drop": "Drop reports here",
    "web.kinds": "Word, web pages, PDF, OFD, text; several files at once, or a whole folder",
    "web.choose": "Choose files: ",
    "web.choose-folder": "Choose a folder: ",
    "web.last-year": "Compare with last year's reports (optional)",
    "web.last-year-why": "Drop last year's reports here first, then this year's: "
    "what was carried over, what is in force and copied text are compared.",
    "web.check": "Check",
    "web.progress": "Checked",
    "web.kept": "Files are checked on the machine that runs this and sent nowhere else. They "
    "are kept in a temporary folder, which is emptied when nobody has looked at them "
    "for an hour, or when the program ends.",
    "web.nothing": "There is nothing to be checked; please choose a report.",
    "web.lost": "The connection to the program was lost; please see whether it "
    "is running, and try again.",
    "web.too-large": "larger than {most} MB, not checked",
    "web.too-much": "The files are more than {most} MB; please send them in several parts.",
    "web.too-many": "No more than {most} files at once, please.",
    "web.full": "There are too many files; please try later, or empty some first.",
    "web.broken-off": "The file was not sent whole; please try again.",
    "web.took-too-long": "Stopped after {seconds} seconds. Please save the file "
    "again and try that.",
    "web.died": "The file is too large or damaged: checking it took too much "
    "memory and was stopped. Please save the file again and try that.",
    "web.count": "{count} files",
    "web.folder": "reports",
    "web.folder-review": "review",
    "web.folder-last-year": "last-year",
    "web.word": "Comments",
    "web.commented": "Word file with comments",
    "web.page": "Save this page",
    "web.review": "Review (workbook and letters)",
    "web.empty": "Empty",
    "web.all-files": "All files",
    "web.back": "Back to the start",
    "web.commented-name": "{stem}-comments.docx",
    "web.page-name": "gklint.html",
    "web.review-name": "review.zip",
    "web.not-found": "There is no such page. Files that nobody looks at for an "
    "hour are deleted; please drop them again.",
    "web.refused": "This address cannot be opened so.",
    "web.crashed": "The program failed ({error}). No file was changed; please try again.",
    "web.other-host": "Please use the address that was given at the start.",
    "web.other-origin": "This request did not come from this page, and was not followed.",
    "web.no-token": "Please use the whole address that was given at the start, "
    "with its random letters.",
    "web.needs-password": "Please give the password.",
    "web.address": "Open in a browser: {address}",
    "web.ends": "Ctrl+C ends it.",
    "web.no-browser": "There is no browser here; please open the address above yourself.",
    "web.port-taken": "port {port} is in use; try another one, such as --port {next}",
    "web.cannot-listen": "cannot use port {port} of {host}; please check --host and --port",
    "web.needs-password-file": "for other machines (--host) there must be a "
    "password: run gklint web --hash-password, keep what it prints in a file, and "
    "name it with --password-file",
    "web.no-password-file": "cannot read the password file {path}: {reason}",
    "web.not-a-password": "{path} is not what gklint web --hash-password prints",
    "web.ask-password": "Password: ",
    "web.ask-again": "Again: ",
    "web.passwords-differ": "the two differ; please run it again",
    "web.password-empty": "a password cannot be empty",
    "web.open-to-others": "Note: all machines that reach {host} can open it with "
    "the password, and nothing is encrypted; use it in a network that you trust, or "
    "behind a proxy with HTTPS.",
    "web.not-a-port": "“{found}” is no port; give a number from 0 to 65535",
    "web.form": "Fill in the form",
    "web.form-how": "Type numbers, or paste cells from a spreadsheet; totals are "
    "computed (in grey), and what does not add up turns red at once. "
    "Then take the Word file, with the mandated headings and tables; "
    "the text is yours to write.",
    "web.agency": "Body",
    "web.year": "Year",
    "web.fill": "Compute",
    "web.word-file": "Word file",
    "web.unread": "{count} cells are no numbers",
    "web.field": "{table}, “{row}”, “{column}”",
    "web.blank-name": "{agency}{year}.docx",
    "web.no-year": "“{found}” is no year; please give four digits",
    "web.new-form": "Nothing written yet? Fill in the form",
    "web.anonymous": "Make an anonymous copy",
    "web.anonymous-why": "to show somebody a finding that is wrong: names and text are "
    "invented, the findings stay.",
    "web.anonymous-done": "Done: the text is invented, and the same is found ({count} "
    "findings); numbers in tables and text are as they were.",
    "web.anonymous-take": "Take the anonymous copy",
    "web.anonymous-name": "anonymous{suffix}",
    "web.to-report": "Back to the report",
}
