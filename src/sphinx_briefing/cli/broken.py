"""Why a run of Sphinx broke off, as findings: whatever goes wrong has a place, and stands in every report."""

from __future__ import annotations

import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_briefing.model.findings import Code, Finding, error
from sphinx_briefing.model.places import Place
from sphinx_briefing.model.suggestions import hint

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CONF = "conf.py"
_HERE = Path(__file__).parents[1]


def is_ours(problem: Exception) -> bool:
    """Whether it was raised by our own code, so that it is a fault of ours and not of the book."""
    frames = traceback.extract_tb(problem.__traceback__)
    return bool(frames) and Path(frames[-1].filename).is_relative_to(_HERE)


def not_begun(problem: Exception, confdir: Path) -> tuple[Finding, ...]:
    """Why Sphinx could not begin: `conf.py` cannot be run, or says what Sphinx or an extension cannot use."""
    found: tuple[Finding, ...] = getattr(problem, "findings", ())
    if found:
        return found
    cause = problem.__cause__ if isinstance(problem.__cause__, Exception) else None
    if isinstance(cause, SyntaxError):
        return (_conf(f"it is not Python: {cause.msg}", cause.lineno or 0, "mend this line, or the one before it"),)
    if cause is not None and (line := _line_in_conf(cause)):
        return (_conf(f"it cannot be run: {type(cause).__name__}: {_flat(cause)}", line, "mend this line"),)
    if found := _misfits(confdir):
        return found
    category = getattr(problem, "category", type(problem).__name__)
    advice = "look at what was changed in it last"
    return (_conf(f"Sphinx cannot begin with it: {category}: {_flat(problem)}", 0, advice),)


def _misfits(confdir: Path) -> tuple[Finding, ...]:
    """Options at which Sphinx broke off before anybody could judge them."""
    from sphinx.config import Config

    from sphinx_briefing.domain.conf_file import lines_of, values_of
    from sphinx_briefing.domain.stock_options import kinds_of, misfits

    return tuple(misfits(kinds_of(Config), values_of(confdir), lines_of(confdir)))


def broken_off(problem: Exception, app: Sphinx) -> tuple[Finding, ...]:
    """Why Sphinx stopped while it built, and what was found until then."""
    from sphinx_briefing.domain import brief_domain

    domain, first = brief_domain(app.env), app.config.root_doc
    found: tuple[Finding, ...] = getattr(problem, "findings", ())
    if not found and first not in app.env.all_docs:  # Sphinx stops before anything is judged
        domain.freeze(Path(app.confdir))
        found = _no_first_page(app) if first not in domain.unreadable else ()
    elif not found:
        found = (error(Code.BUILD, Place(""), _flat(problem), path=_CONF),)
    return (*domain.findings, *found)


def _no_first_page(app: Sphinx) -> tuple[Finding, ...]:
    from sphinx_briefing.domain.book import page_file

    root, pages = app.config.root_doc, sorted(app.env.all_docs)
    folder = Path(page_file(app.env, Path(app.confdir), root)).parent.as_posix()
    path = f"{root}.md" if folder == "." else f"{folder}/{Path(root).name}.md"
    if not pages:
        return (error(Code.BUILD, Place(""), "the book has no page", "write the first one, with a title", path=path),)
    advice = hint(root, pages, "write the page, or name another in `root_doc` of conf.py")
    return (error(Code.BUILD, Place(""), "the first page of the book is not there", advice, path=path),)


def _line_in_conf(problem: Exception) -> int:
    """The last line of `conf.py` that was run; 0 when none was."""
    lines = [
        frame.lineno for frame in traceback.extract_tb(problem.__traceback__) if Path(frame.filename).name == _CONF
    ]
    return (lines[-1] or 0) if lines else 0


def _conf(message: str, line: int, advice: str) -> Finding:
    return error(Code.CONF, Place("", line), message, advice, path=_CONF)


def _flat(problem: Exception) -> str:
    """The words of an error on one line, without addresses of the machine's memory."""
    return re.sub(r" at 0x[0-9a-f]+", "", " ".join(str(problem).split()))
