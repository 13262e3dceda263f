"""What is said of corpora: what goes wrong with them, and what a run came to."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    # -- a run -----------------------------------------------------------------------------------
    "corpus.said-done": "{found} files: {read} checked, {fresh} as they were. The tables are in "
    "{output}",
    "corpus.said-failed": "{count} could not be checked as reports; the table failures says why",
    "corpus.said-doubled": "{count} were listed again, and counted once",
    "corpus.said-others": "{count} files of kinds that cannot be checked were passed over",
    "corpus.said-gone": "{count} files checked before are gone; their results stay unless you add "
    "--prune",
    "corpus.dashboard": "Progress in detail: {address}",
    # -- files -----------------------------------------------------------------------------------
    "corpus.slow": "Not read within {seconds} seconds, and given up; --timeout allows more, "
    "--again tries again",
    "corpus.died": "The program was killed again and again at this file (mostly for lack of "
    "memory); check it by itself",
    "corpus.no-address": "Line {line} of the manifest has no address",
    "corpus.upwards": "The path of this member leads out of its archive, so it is not read; pack "
    "it anew",
    "corpus.archive-in-archive": "An archive within an archive is not read; unpack the inner one",
    "corpus.broken-archive": "The archive cannot be opened; its download may be incomplete "
    "({error})",
    # -- sources ---------------------------------------------------------------------------------
    "corpus.no-command": "Say what to do: gklint corpus run checks reports in bulk, gklint corpus "
    "ask queries them",
    "corpus.glob-empty": "nothing is found at {source}; check the address or the pattern",
    "corpus.nothing": "nothing to check in {sources} (what can be checked: {kinds}, also in zip "
    "and tar archives; {count} files are of other kinds)",
    "corpus.no-system": "cannot open {source}: {error}; check the address, the network and your "
    "credentials (s3:// also needs the package s3fs)",
    "corpus.manifest-damaged": "cannot read the manifest {path}: {error}; try to save it again as "
    "CSV in UTF-8",
    "corpus.manifest-empty": "the manifest {path} is empty; its first line has to name the "
    "columns, one of them “{column}”",
    "corpus.manifest-heads": "the manifest {path} has no column “{column}”, only: {found}; give "
    "that name to the one with the addresses",
    # -- the folder of tables --------------------------------------------------------------------
    "corpus.not-ours": "{path} holds something else; give -o a new folder, or one that gklint "
    "corpus run wrote",
    "corpus.other-schema": "{path} has tables of version {found}, this gklint writes version "
    "{own}; give -o a new folder",
    "corpus.damaged": "{path} is damaged; give -o a new folder",
    "corpus.damaged-part": "{path} is damaged or gone; delete it and run gklint corpus run again "
    "with the same sources: only its reports are checked again",
    "corpus.busy": "another gklint corpus command is writing into {path}; wait until it ends",
    # -- the engine ------------------------------------------------------------------------------
    "corpus.no-process": "no process could be started that checks; look whether memory is short",
    "corpus.other-rules": "the workers have other rule files; put the same ones at the same paths "
    "there",
    "corpus.no-scheduler": "no scheduler answers at {address}; check the address, and whether it "
    "is running",
    "corpus.no-workers": "the scheduler {address} has no workers; start at least one",
    "corpus.without-gklint": "the scheduler {address} or a worker lacks gklint, or has too old a "
    "version",
    "corpus.other-version": "{where} has gklint {found}, but here is {own}; install the same "
    "version",
    "corpus.part-failed": "the workers fail: {error}; what was done is kept, and another run goes "
    "on from there",
    "corpus.scheduler-lost": "the connection to the scheduler {address} is lost; what was done is "
    "kept, and another run goes on from there",
    # -- questions -------------------------------------------------------------------------------
    "corpus.no-corpus": "{path} is no folder that gklint corpus run wrote; check the path, or run "
    "it first",
    "corpus.empty": "{path} has no results yet; let gklint corpus run finish first",
    "corpus.no-question": "give one SQL query, or --view with a ready one: {known} (not both)",
    "corpus.no-view": "there is no view {found}; there are: {known}",
    "corpus.wrong-sql": "wrong SQL: {error}",
    "corpus.only-questions": "give one query (SELECT …) and nothing that changes anything",
    "corpus.only-tables": "only the tables of the corpus can be asked; no other file can be read "
    "or written, and no setting changed",
    "corpus.no-alike": "texts were not compared yet; run gklint corpus alike {path} first",
    "corpus.outdated": "the corpus changed since texts were compared, and this answer lacks that; "
    "run gklint corpus alike {path} again",
    "corpus.too-many-rows": "a sheet has room for {count} rows; ask for fewer, or use -o with .csv",
    "corpus.no-rows": "No rows",
    "corpus.rows-left": "{count} more rows are not shown; -o with a .csv, .json or .xlsx file "
    "has all",
    "corpus.more-rows-left": "More than {count} further rows are not shown; -o with a .csv or "
    ".json file has all",
    "corpus.no-picture": "a picture needs two or three columns: a name, (a kind,) a number; "
    "change the query, or use --view",
    "corpus.too-many-bars": "a picture has room for {most} names; use LIMIT, or sum up first",
    "corpus.nothing-to-draw": "no rows, so there is nothing to draw",
    "corpus.no-font": "no font here has all characters of the picture (such as Noto Sans CJK SC), "
    "so no PNG can be drawn; install one, or use .svg",
    # -- likeness --------------------------------------------------------------------------------
    "corpus.said-alike": "Compared the texts of {reports} reports: {pairs} pairs are nearly the "
    "same, in {groups} groups; see the view near_duplicates",
    "corpus.said-alike-fresh": "Nothing has changed since texts were compared",
    "corpus.workers-died": "worker processes died again and again while texts were compared, "
    "mostly for lack of memory; try again with fewer --jobs",
}
