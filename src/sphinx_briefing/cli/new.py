"""`briefing new`: start a book, with a text of one's own as its seed."""

from __future__ import annotations

import argparse
import hashlib
import re
from datetime import UTC, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sphinx_briefing.cli.book import WrongUseError
from sphinx_briefing.ingest.record import quoted
from sphinx_briefing.text.passages import split, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `new`."""
    parser.add_argument("folder", help="the folder to create")
    parser.add_argument("--seed", metavar="FILE", help="a plain text (UTF-8) to start from (default: a short example)")
    parser.add_argument("--title", help="the book's title (default: made from the folder's name)")


def run(given: argparse.Namespace) -> int:
    """Write a small whole book that builds at once. Never writes into a folder that has something in it."""
    target = Path(given.folder)
    if target.exists() and not target.is_dir():
        raise WrongUseError(f"{given.folder} is a file; name a new folder")
    if target.exists() and any(target.iterdir()):
        raise WrongUseError(f"{given.folder} is not empty; name a new folder")
    skeleton = files("sphinx_briefing.cli").joinpath("skeleton")
    try:
        text = Path(given.seed).read_bytes() if given.seed else skeleton.joinpath("seeds", "text.txt").read_bytes()
        passages = split(text.decode("utf-8"))
    except OSError as problem:
        raise WrongUseError(f"{given.seed} cannot be read: {problem.strerror}") from None
    except UnicodeDecodeError:
        raise WrongUseError(f"{given.seed} is not UTF-8; save it as UTF-8 text first") from None
    sentences = [passage for passage in passages if passage.kind == "sentence"]
    if not sentences:
        raise WrongUseError(f"{given.seed} holds no sentence to quote")
    stored = text.decode("utf-8")
    first = sentences[0]
    values = {
        "TITLE": _chosen_title(given.title, target),
        "SHA256": hashlib.sha256(text).hexdigest(),
        "PASSAGE": first.id,
        "WORDS": _opening(stored[first.start : first.end]),
        "COUNT": str(len(passages)),
        "LENGTH": str(words(stored)),
        "TODAY": datetime.now(UTC).date().isoformat(),
    }
    _copy(skeleton, target, values)
    (target / "seeds" / "text.txt").write_bytes(text)
    print(f"{given.folder}: a book of {len(passages)} passages. Build it with: briefing build --book {given.folder}")
    return 0


def _opening(sentence: str) -> str:
    """Up to eight words of a sentence, to be quoted.

    They are from its longest run without a straight quotation mark, since such a mark would end the quotation.
    """
    return " ".join(max((run.split() for run in sentence.split('"')), key=len)[:8])


def _chosen_title(given: str | None, target: Path) -> str:
    title = " ".join((given or "").split()) or target.name.replace("-", " ").replace("_", " ").capitalize()
    if any("\ud800" <= letter <= "\udfff" for letter in title):  # bytes that are no letters
        raise WrongUseError(f"the title {title!a} is not UTF-8: give a title with --title")
    return title


def _title(text: str, suffix: str) -> str:
    """The title as a file of the skeleton can hold it: within quotation marks, or as the text of a page."""
    if suffix == ".md":
        return re.sub(r"([\\`*_\[\]<>{}&#$|~])", r"\\\1", text)
    return quoted(text)[1:-1]


def _copy(folder: Traversable, target: Path, values: dict[str, str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for item in sorted(folder.iterdir(), key=lambda found: found.name):
        if item.name == "__pycache__":  # pip compiles the skeleton's conf.py like any other module
            continue
        if item.is_dir():
            _copy(item, target / item.name, values)
        elif item.name != "text.txt":
            text = item.read_text("utf-8")
            own = {**values, "TITLE": _title(values["TITLE"], Path(item.name).suffix)}
            # in one pass, so that a title that holds such a mark itself stays as it is
            pieces = re.split("@@([A-Z0-9]+)@@", text)
            text = "".join(own[piece] if number % 2 else piece for number, piece in enumerate(pieces))
            (target / item.name).write_text(text, "utf-8")
