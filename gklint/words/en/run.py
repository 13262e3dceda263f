"""What commands say of their work: files left out, mended, accepted, annotated."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "run.excluded": "gklint: {count} files are excluded by the configuration and not checked.",
    "run.tracked": "gklint: {count} reports that git tracks are not checked, as .gitignore names "
    "them: {examples}; name them on the command line, or set respect-gitignore = false.",
    "run.page": "page {page}",
    "run.page-of": "page {page} of {pages}",
    "run.cache-cleared": "Cleared the cache {path}: {size} MB.",
    "run.cache-refused": "gklint: the cache is not used: {path} is not your own, or others may "
    "write to it. Delete that folder, or add --no-cache.",
    "run.alone": "Reports that were not compared with last year's: {count}; what is undecided "
    "of each says why.",
    "run.waiting": "—— waiting for changes, Ctrl+C to stop ——",
    # -- check --fix and --diff -----------------------------------------------------------------
    "run.nothing-to-mend": "There is nothing that gklint can fix.",
    "run.not-rewritable": "Not fixed ({count}): gklint does not rewrite Word, PDF and the like; "
    "please correct them where they were made.",
    "run.mended": "{path}: {count} fixed ({codes}).",
    "run.refused": "{path}{place}: {code} not fixed ({count}): it would lead to other findings; "
    "please correct it yourself.",
    "run.no-such-character": "{path}{place}: {code} not fixed ({count}): the encoding of the file "
    "({coding}) lacks a character; save it as UTF-8 first.",
    "run.unsafe": "{path}: with --unsafe-fixes {count} more can be fixed ({codes}); "
    "check the result.",
    "run.changed": "{path}: not fixed: the file was changed after it was checked; run again.",
    "run.damaged": "{path}: not fixed: it has damaged characters, which would be lost; "
    "save it as UTF-8 and look it over first.",
    "run.no-patch": "{path}: the file is {coding}; its changes are shown in UTF-8 and are no "
    "patch; use --fix to make them.",
    "run.failed": "{path}: not fixed: {reason}. The file was not touched.",
    "run.read-only": "the file is read-only; make it writable first",
    "run.read-only-folder": "its folder cannot be written to",
    # -- annotate -------------------------------------------------------------------------------
    "run.annotated": "{output}: {count} comments were added.",
    "run.annotated-clean": "{output}: no findings, no comments were added.",
    "run.annotated-clean-but": "{output}: no findings but accepted or known ones, "
    "no comments were added.",
    "run.annotated-removed": "{count} earlier comments of gklint were removed.",
    "run.annotated-left-out": "{count} more findings are not written, Word takes no more comments.",
    "run.annotated-signed": "Note: the digital signature of the file is not valid for the copy.",
    # -- extract --------------------------------------------------------------------------------
    "run.extracted": "{output}: the data of {count} reports are in it.",
    "run.extracted-but": "{output}: {count} files are in it; {errors} gave no data, as said.",
    # -- accept ---------------------------------------------------------------------------------
    "run.accepted": "{path}: accepted {code}: {message}",
    "run.not-acceptable": "{path}: {code} was not accepted: the rule set does not allow it.",
    "run.accepts-written": "{output}: {count} entries were written.",
    "run.accepts-nothing": "There was nothing to accept; {output} was not changed.",
    "run.accept-not-found": "{path}: nothing of {codes} was found, or it is accepted already.",
    "run.accept-other-cell": "{path}: nothing of {codes} in this cell; --cell may be {cells}.",
    "run.accept-no-cell": "{path}: what is found of {codes} is in no cell; leave out --cell.",
    # -- baseline -------------------------------------------------------------------------------
    "run.baseline": "{path}: {count} findings of {files} files. "
    "Check with --baseline {path} from now on.",
    "run.baseline-again": "{path}: {count} findings of {files} files, "
    "{new} more than before (+), {gone} fewer (-).",
    "run.baseline-same": "{path}: as what is found in {files} files now ({count}).",
    "run.baseline-differs": "{path}: {files} files have {new} findings that it lacks (+) "
    "and no longer {gone} of its own (-). Look at them, then make it anew with gklint baseline.",
    "run.baseline-stale": "{path}: {count} of its findings are gone; "
    "gklint baseline --check lists them, gklint baseline leaves them out.",
}
