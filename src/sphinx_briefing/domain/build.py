"""The moments of a build: a page begins, a page ends, the Book is frozen and judged, the build has finished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst.languages import en
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from sphinx_briefing.checks.report import count, told
from sphinx_briefing.config import is_ours, judge_options
from sphinx_briefing.domain.book import page_file
from sphinx_briefing.domain.brief import brief_domain
from sphinx_briefing.domain.conf_file import lines_of
from sphinx_briefing.domain.memory import Memory, digest
from sphinx_briefing.domain.pictures import Names, name_pictures
from sphinx_briefing.domain.reading import Reading, front_matter
from sphinx_briefing.domain.refusal import RefusedError
from sphinx_briefing.domain.stock_options import kinds_of, misfits
from sphinx_briefing.domain.unread import Unfinished, replaced, signature
from sphinx_briefing.model.dates import parse_date
from sphinx_briefing.model.findings import Code, Finding, Severity, error
from sphinx_briefing.model.places import Place

logger = logging.getLogger(__name__)


def check_options(app: Sphinx, config: Config) -> None:
    """Hold the options to their rules before any page is read. Raises RefusedError, naming each that is wrong."""
    lines = lines_of(Path(app.confdir))
    others = {name: getattr(config, name) for name in lines if name in config and not is_ours(name)}
    if found := (*judge_options(config, lines), *misfits(kinds_of(config), others, lines)):
        raise RefusedError(*found)


def read_scale(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Before Sphinx says which pages are out of date: so are those that were read with another scale of likelihood."""
    return brief_domain(env).read_scale(Path(app.confdir))


def read_again(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Pages that Sphinx would not read again: their files were put back, or a build was killed while reading them."""
    return [*replaced(env, brief_domain(env).data["files"]), *Unfinished(Path(app.doctreedir)).pages()]


def begin_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Pages are about to be read; their doctrees are written before the environment is."""
    Unfinished(Path(app.doctreedir)).begin(docnames)


def end_reading(app: Sphinx, builder: object) -> None:
    """All pages are read, and the environment is written."""
    Unfinished(Path(app.doctreedir)).end()


def refuse_unreadable(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Leave out pages that are not UTF-8, with a finding each: Sphinx would stop at the first."""
    domain = brief_domain(env)
    for docname in list(docnames):
        try:
            Path(env.doc2path(docname)).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            line = problem.object[: problem.start].count(b"\n") + 1
            message = f"the page is not UTF-8: byte {problem.object[problem.start]:#04x} cannot be read"
            env.clear_doc(docname)
            path = page_file(env, Path(app.confdir), docname)  # Sphinx will not know the page
            domain.keep_problems(
                docname, [error(Code.MARKUP, Place(docname, line), message, "save the file as UTF-8", path=path)]
            )
            domain.unreadable.add(docname)
            docnames.remove(docname)
            env.found_docs.discard(docname)


def begin_page(app: Sphinx, docname: str, source: list[str]) -> None:
    """A page begins to be read: keep its raw text at hand, and listen to what is said about it."""
    env = app.env
    domain = brief_domain(env)
    head = front_matter(source[0])
    reading = domain.begin(docname, source[0], str(head.get("source") or "") or domain.options.source)
    asked = head.get("autolink", domain.options.autolink)
    reading.autolink = asked is True
    if not isinstance(asked, bool):
        said = f"front matter: `autolink: {asked}` is neither `true` nor `false`"
        reading.problem(Code.OPTION, reading.line_of("autolink:"), said, "write `autolink: true` or `autolink: false`")
    reading.changed = _last_change(reading, str(head.get("changed") or ""))
    if not domain.watch.informed:
        std = env.domains.standard_domain
        domain.watch.knows(
            (*domain.directives, *std.directives, *en.directives), (*domain.roles, *std.roles, *en.roles)
        )
    domain.watch.attach(docname, reading.problems.append, app.config.suppress_warnings)


def _last_change(reading: Reading, written: str) -> str:
    """The day of the page's last significant change, `changed` in its front matter (EDTF); empty if it is no date."""
    try:
        return parse_date(written).edtf if written else ""
    except ValueError as problem:
        reading.problem(Code.DATE, reading.line_of("changed:"), f"front matter: `changed`; {problem}")
        return ""


def end_page(app: Sphinx, doctree: nodes.document) -> None:
    """A page has been read: stop listening, keep what was wrong."""
    domain = brief_domain(app.env)
    domain.watch.detach()
    domain.data["files"][app.env.docname] = signature(app.env, app.env.docname)
    domain.keep_problems(app.env.docname, dict.fromkeys(domain.reading.problems))


def freeze_and_judge(app: Sphinx, env: BuildEnvironment) -> Iterator[str]:
    """Freeze the Book, report its findings, and name the pages that show something else than when they were written."""
    domain = brief_domain(env)
    domain.freeze(Path(app.confdir))
    pictures = name_pictures(env)
    for finding in domain.findings:
        _report(finding)
    memory = Memory(Path(app.doctreedir), app.builder.name)
    remembered = memory.read()
    memory.forget()  # a page written by a build that is then killed shows what no memory knows
    domain.digests = {page: digest(_shown(app, env, page, pictures)) for page in env.all_docs}
    domain.warned = set()
    domain.watch.attach("", lambda finding: domain.note_writing(finding), app.config.suppress_warnings)
    return iter(sorted(page for page, value in domain.digests.items() if remembered.get(page) != value))


def _shown(app: Sphinx, env: BuildEnvironment, page: str, pictures: Names) -> Iterator[object]:
    """All that the page shows: its own words (by the time they were read), pictures, answers of the Book, its frame."""
    yield env.all_docs[page]
    yield pictures.get(page)
    yield from brief_domain(env).shown_by(page)
    frame = getattr(app.builder, "frame_of", None)
    if frame is not None:
        yield frame(page)


def _report(finding: Finding) -> None:
    where = f"{finding.path}:{finding.place.line or 1}"  # Sphinx takes a place without a line for the name of a page
    log = logger.error if finding.severity is Severity.ERROR else logger.warning
    log("%s", told(finding), location=where, type="brief", subtype=finding.code.value)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """The build has finished: remember what was shown if it succeeded, and fail it if anything is wrong."""
    domain = brief_domain(app.env)
    domain.watch.detach()
    if exception is not None or not domain.frozen:
        return
    digests = {page: value for page, value in domain.digests.items() if page not in domain.warned}
    Memory(Path(app.doctreedir), app.builder.name).write(digests)
    if count(domain.findings)[0]:
        app.statuscode = 1
