"""The edits of the law on the book of this repository. Each finds its place by what a page is, not by its words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from conftest import BookCopy, run
from sphinx_briefing.model.likelihood import ICD_203

DECLARES = r"\{(actor|issue|event|judgment|position|claim|lexeme|relation|discrepancy|quotation|erratum)\} "


def pages(book: BookCopy) -> list[Path]:
    return sorted((book.root / "source").rglob("*.md"))


def first(book: BookCopy, pattern: str) -> Path:
    """The first page on which a pattern is found."""
    return next(path for path in pages(book) if re.search(pattern, path.read_text("utf-8"), re.MULTILINE))


def change(path: Path, pattern: str, new: str) -> None:
    """Replace what a pattern finds first in a file."""
    text, count = re.subn(pattern, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1, (pattern, path)
    path.write_text(text, "utf-8")


def person(book: BookCopy) -> Path:
    """The page of the person whom the most pages mention."""
    texts = {path: path.read_text("utf-8") for path in pages(book)}
    found = {}
    for path, text in texts.items():
        declared = re.match(r"(?:---\n(?:.*\n)*?---\n)?# .*\n\n:::\{actor\} (\S+)\n:kind: person", text)
        if declared:
            mention = re.compile(rf"\{{actor\}}`(?:[^`]*<)?{declared[1]}>?`")
            found[path] = sum(bool(mention.search(other)) for other in texts.values())
    return max(found, key=lambda path: (found[path], str(path)))


def loose(book: BookCopy) -> list[Path]:
    """Pages that declare nothing and to which no page leads."""
    texts = {path: path.read_text("utf-8") for path in pages(book)}
    return [
        path
        for path, text in texts.items()
        if (path.parent / "index.md").is_file()
        and path.stem != "index"
        and not re.search(DECLARES, text)
        and not any(re.search(rf"\b{path.stem}>?`|\]\(\S*{path.stem}", other) for other in texts.values())
        and re.search(rf"^{path.stem}$", (path.parent / "index.md").read_text("utf-8"), re.MULTILINE)
    ]


def reword(book: BookCopy) -> None:
    path = person(book)
    path.write_text(path.read_text("utf-8") + "\nOne sentence more.\n", "utf-8")


def rename_actor(book: BookCopy) -> None:
    change(person(book), r"^# (.*)$", r"# \1 the Younger")


def add_alias(book: BookCopy) -> None:
    change(first(book, r"^:also: "), r"^:also: (.*)$", r":also: \1; an odd old name")


def change_stance(book: BookCopy) -> None:
    pattern = r"(\{position\} \S+) opposes"
    change(first(book, pattern), pattern, r"\1 mixed")


def change_likelihood(book: BookCopy) -> None:
    """Its author holds otherwise, so this is a finding: every build must fail until it is taken back."""
    pattern = r"(\{judgment\} \S+) very unlikely"
    change(first(book, pattern), pattern, r"\1 almost certain")


def change_likelihood_back(book: BookCopy) -> None:
    pattern = r"(\{judgment\} \S+) almost certain"
    change(first(book, pattern), pattern, r"\1 very unlikely")


def retitle_page(book: BookCopy) -> None:
    change(first(book, r"^:::\{issue\} "), r"^# (.*)$", r"# \1, anew")


def move_page(book: BookCopy) -> None:
    path = loose(book)[0]
    folder = book.root / "source" / "elsewhere"
    folder.mkdir()
    change(path.parent / "index.md", rf"^{path.stem}$", f"/elsewhere/{path.stem}")
    shutil.move(path, folder / path.name)


def delete_page(book: BookCopy) -> None:
    """The page that was moved: of a book whose pages lead to each other, few can go without a finding."""
    (path,) = (book.root / "source" / "elsewhere").glob("*.md")
    listed = rf"^/elsewhere/{path.stem}\n"
    (index,) = (page for page in pages(book) if re.search(listed, page.read_text("utf-8"), re.MULTILINE))
    change(index, listed, "")
    path.unlink()


def add_page(book: BookCopy) -> None:
    name = re.search(r"\{actor\} (\S+)", person(book).read_text("utf-8"))
    assert name is not None
    book.write("source/actors/newcomer.md", f"# A newcomer\n\nIt knows {{actor}}`{name[1]}`.\n")
    change(book.root / "source/actors/index.md", r"^(:::\{toctree\}\n:hidden:\n\n)", r"\1newcomer\n")


def reorder(book: BookCopy) -> None:
    change(book.root / "source/issues/index.md", r"(\{toctree\}\n:hidden:\n\n)(\S+\n)(\S+\n)", r"\1\3\2")


def edit_seed(book: BookCopy) -> None:
    """A sentence at the end, so that the text has one passage more."""
    (seed,) = (book.root / "seeds").glob("kliment*.txt")
    seed.write_text(seed.read_text("utf-8").rstrip("\n") + "\n\nA last line was found.\n", "utf-8")
    book.repin(seed.name)
    run("check", "--update-anchors", "--book", str(book.root))


def edit_sources(book: BookCopy) -> None:
    path = book.root / "seeds/sources.yaml"
    text = path.read_text("utf-8")
    at = text.rindex(" title: ")
    path.write_text(text[:at] + re.sub(r'title: "?([^"\n]*)"?', r'title: "\1, again"', text[at:], count=1), "utf-8")


def add_likelihoods(book: BookCopy) -> None:
    """A scale of the book's own, with other figures."""
    lines = ["scales:", "  - id: own", "    title: Our words", "    steps:"]
    for step in ICD_203.steps:
        lines += [f"      - words: [{', '.join(step.words)}]", f"        range: [{step.low}, {step.high}]"]
        lines += [f"        forms: [{', '.join(step.forms)}]"] if step.forms else []
    book.write("seeds/likelihoods.yaml", "\n".join([*lines, ""]))
    set_option(book, 'brief_likelihoods = "own"')


def edit_likelihoods(book: BookCopy) -> None:
    book.edit("seeds/likelihoods.yaml", "range: [5, 20]", "range: [6, 19]")


def set_option(book: BookCopy, line: str) -> None:
    book.write("conf.py", book.read_text("conf.py") + line + "\n")


def add_sheet_and_template(book: BookCopy) -> None:
    book.write("look/own.css", "p { color: teal }\n")
    book.write("look/layout.html", '{% extends "!layout.html" %}{% block extrahead %}<!-- one -->{% endblock %}\n')
    set_option(book, 'templates_path = ["look"]\nhtml_static_path = ["look/own.css"]\nhtml_css_files = ["own.css"]')


def edit_sheet(book: BookCopy) -> None:
    book.edit("look/own.css", "teal", "navy")


def edit_template(book: BookCopy) -> None:
    book.edit("look/layout.html", "one", "two")


def change_edition(book: BookCopy) -> None:
    set_option(book, 'brief_edition = "7"')


def hindsight_on(book: BookCopy) -> None:
    set_option(book, "brief_hindsight = True")


def hindsight_off(book: BookCopy) -> None:
    set_option(book, "brief_hindsight = False")


def touch(book: BookCopy) -> None:
    for path in pages(book)[::5]:
        path.touch()


#: One after the other; each stands on what those before it made.
REAL_EDITS: tuple[Callable[[BookCopy], None], ...] = (
    reword,
    rename_actor,
    add_alias,
    change_stance,
    change_likelihood,
    change_likelihood_back,
    retitle_page,
    move_page,
    delete_page,
    add_page,
    reorder,
    touch,
    edit_sources,
    edit_seed,
    add_likelihoods,
    edit_likelihoods,
    add_sheet_and_template,
    edit_sheet,
    edit_template,
    change_edition,
    hindsight_on,
    hindsight_off,
)
