"""Writing a seed and its record: both or neither, and never over anything that is there."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sphinx_briefing.ingest.extracted import IngestError
from sphinx_briefing.ingest.record import Record, appended
from sphinx_briefing.model.findings import Finding
from sphinx_briefing.text.library import SOURCES_FILE, Library, load_library
from sphinx_briefing.text.private import VARIABLE, private_folder


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is needed to store a record: what was there before, where the seed goes, the new `sources.yaml`."""

    before: Library
    target: Path
    sources: str


def judge(folder: Path, shown_as: str, record: Record) -> None:
    """Whether the record can be stored at all.

    Raises IngestError, with what to do, when something is in the way.
    """
    _prepared(folder, shown_as, record)


def _prepared(folder: Path, shown_as: str, record: Record) -> _Prepared:
    before = _library(folder, shown_as)
    if any(source.id == record.id for source in before.sources):
        raise IngestError(
            f"`{record.id}` is in {shown_as}/{SOURCES_FILE} already, and a record is never overwritten: "
            "give another id with --id"
        )
    target = _target(folder, record)
    if target.exists() or target.is_symlink():
        raise IngestError(
            f"{_shown(shown_as, record)} exists already, and a seed is never overwritten: give another id with --id, "
            "or remove the file if nothing rests on it"
        )
    return _Prepared(before, target, _appended(folder, shown_as, record))


def store(folder: Path, shown_as: str, record: Record) -> None:
    """Write the seed, then the record; read all of it again, and take both back if that finds anything new.

    Raises IngestError, with what to do, when it cannot be done; then nothing has changed.
    """
    ready = _prepared(folder, shown_as, record)
    sources, target = folder / SOURCES_FILE, ready.target
    old = sources.read_bytes() if sources.exists() else None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _create(target, record.stored)
    except FileExistsError:
        raise IngestError(f"{_shown(shown_as, record)} exists already: give another id with --id") from None
    except OSError as problem:
        raise IngestError(f"{_shown(shown_as, record)} cannot be written: {problem.strerror}") from None
    try:
        _replace(sources, ready.sources.encode("utf-8"))
        after = load_library(folder, shown_as)
        found = [item for item in after.findings if item not in ready.before.findings]
        if found or after.seeds[record.id].sha256 != record.sha256:
            raise IngestError(f"nothing was written: with the new record {_said(found)}")
    except OSError as problem:
        _take_back(sources, old, target)
        raise IngestError(f"{shown_as}/{SOURCES_FILE} cannot be written: {problem.strerror}") from None
    except BaseException:  # an interruption, too, leaves neither of the two
        _take_back(sources, old, target)
        raise


def _take_back(sources: Path, old: bytes | None, target: Path) -> None:
    if old is None:
        sources.unlink(missing_ok=True)
    elif sources.read_bytes() != old:
        _replace(sources, old)
    target.unlink(missing_ok=True)


def _library(folder: Path, shown_as: str) -> Library:
    """What is there before. A file that is absent, or has no record yet, is a good beginning."""
    path = folder / SOURCES_FILE
    if folder.exists() and not folder.is_dir():
        raise IngestError(f"{shown_as} is a file, and should be the folder of the seeds")
    if not path.exists() or (path.is_file() and _is_bare(path)):
        return Library()
    found = load_library(folder, shown_as)
    if found.findings and not found.sources:
        raise IngestError(f"mend {shown_as}/{SOURCES_FILE} first: {_said(found.findings)}")
    return found


def _is_bare(path: Path) -> bool:
    """Whether a file holds nothing but comments and perhaps `sources:`."""
    lines = [line.split(b"#")[0].strip() for line in path.read_bytes().splitlines()]
    return not [line for line in lines if line not in (b"", b"sources:", b"---")]


def _appended(folder: Path, shown_as: str, record: Record) -> str:
    path = folder / SOURCES_FILE
    try:
        return appended(path.read_bytes().decode("utf-8") if path.exists() else "", record)
    except UnicodeDecodeError:
        raise IngestError(f"{shown_as}/{SOURCES_FILE} is not UTF-8: save it as UTF-8 first") from None


def _target(folder: Path, record: Record) -> Path:
    if not record.private:
        return folder / record.seed
    private = private_folder()
    if private is None or not private.is_dir():
        raise IngestError(
            f"a private seed is kept outside the book: name its folder in the environment, {VARIABLE}=FOLDER"
        )
    return private / record.seed


def _shown(shown_as: str, record: Record) -> str:
    return f"${VARIABLE}/{record.seed}" if record.private else f"{shown_as}/{record.seed}"


def _said(findings: tuple[Finding, ...] | list[Finding]) -> str:
    first = next(iter(findings), None)
    if first is None:
        return "it could not be read back as it was written; please report this"
    return f"{first.where}: {first.message}; {first.hint}"


def _written(folder: Path, data: bytes) -> Path:
    """A temporary file beside the target, whole and on the disk."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".ingest-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink()
        raise
    return Path(name)


def _create(target: Path, data: bytes) -> None:
    """Make a file appear whole, where there is none.

    Raises FileExistsError when there is one.
    """
    written = _written(target.parent, data)
    try:
        written.chmod(0o644)
        try:
            os.link(written, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if target.exists():
                raise FileExistsError(target) from None
            written.rename(target)
    finally:
        written.unlink(missing_ok=True)


def _replace(path: Path, data: bytes) -> None:
    written = _written(path.parent, data)
    try:
        written.chmod(0o644)
        with contextlib.suppress(OSError):
            shutil.copymode(path, written)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)
