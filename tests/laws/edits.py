"""The kinds of edit that a book goes through, each as a function on the small book."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from conftest import BookCopy


@dataclass(frozen=True)
class Edit:
    """A kind of edit, and what an incremental build of the site after it reads and writes: no page more or less.

    `read` are the pages read, `written` is the number of pages written; `None` where it is every page.
    """

    name: str
    make: Callable[[BookCopy], None]
    read: set[str] | None
    written: int | None


def reword(book: BookCopy) -> None:
    book.edit(
        "source/actors/mayor.md", "She has tied her name to the channel.", "She has tied her good name to the channel."
    )


def reword_plain(book: BookCopy) -> None:
    book.edit("source/actors/rehn.md", "are the same to him", "are one and the same to him")


def rename_actor(book: BookCopy) -> None:
    book.edit("source/actors/mayor.md", "# Odile Brandt", "# Odile Brandt-Moor")


def rename_minor_actor(book: BookCopy) -> None:
    book.edit("source/actors/dockers.md", ":name: Coastal line", ":name: Coastal company")


def change_stance(book: BookCopy) -> None:
    book.edit("source/actors/dockers.md", "night-work opposes, reported", "night-work mixed, reported")


def change_likelihood(book: BookCopy) -> None:
    book.edit("source/issues/dredging.md", "j-01 almost certain", "j-01 nearly certain")


def retitle(book: BookCopy) -> None:
    book.edit("source/overview.md", "# Overview", "# All at once")


def retitle_linked(book: BookCopy) -> None:
    """A page that others link by `{doc}`, by `{ref}` and by what it declares."""
    book.edit("source/issues/dredging.md", "# The channel", "# The north channel")


def retitle_section(book: BookCopy) -> None:
    """A section that another page links by `{ref}`."""
    book.edit("source/index.md", "## How to read this book", "## How this book is read")


def delete_page(book: BookCopy) -> None:
    (book.root / "source/overview.md").unlink()
    book.edit("source/index.md", "\noverview\n", "\n")
    book.edit("source/index.md", "{doc}`The overview <overview>` has every actor.", "The overview is gone.")
    book.edit("source/index.md", ":link: overview\n:link-type: doc\n", "")


def delete_actor(book: BookCopy) -> None:
    (book.root / "source/actors/rehn.md").unlink()
    book.edit("source/actors/index.md", "\nrehn\n", "\n")
    book.edit("source/actors/index.md", "- {actor}`rehn`: wants a dredger.\n", "")
    book.edit("source/words.md", "{actor}`rehn` has an old one", "the harbor has an old one")


def add_page(book: BookCopy) -> None:
    book.write(
        "source/actors/painter.md",
        "# The painter\n\n:::{actor} painter\n:kind: person\n:side: Harbor\nHe painted.\n:::\n\n"
        "## What he did\n\n"
        ":::{position} dredging none stated, acts\nHe says nothing of it; {actor}`mayor` paid him.\n\n"
        "> @#p4s1\n:::\n\n## Mentioned on\n\n:::{mentions}\n:::\n",
    )
    book.edit("source/actors/index.md", "\ndockers\n", "\ndockers\npainter\n")


def move_entity(book: BookCopy) -> None:
    """A minor actor and its position move from the page of the dockers to that of the harbor master."""
    text = book.read_text("source/actors/dockers.md")
    start, end = text.index("## The coastal line"), text.index("## Mentioned on")
    book.write("source/actors/dockers.md", text[:start] + text[end:])
    rehn = book.read_text("source/actors/rehn.md")
    at = rehn.index("## On file")
    book.write("source/actors/rehn.md", rehn[:at] + text[start:end] + rehn[at:])


def edit_seed(book: BookCopy) -> None:
    """A word is put into the seed, so that every offset behind it moves."""
    book.edit("seeds/herald.txt", "The harbor council will vote", "The whole harbor council will vote")
    book.repin()


def edit_sources(book: BookCopy) -> None:
    book.edit("seeds/sources.yaml", 'title: "Tide tables"', 'title: "Tables of the tides"')


def edit_gist(book: BookCopy) -> None:
    book.edit("seeds/sources.yaml", "A vote on a deeper channel is near.", "A vote is near.")


def edit_likelihoods(book: BookCopy) -> None:
    """A step gets another range: pages whose judgments were read with the scale are read anew."""
    book.edit("seeds/likelihoods.yaml", "range: [55, 80]", "range: [50, 80]")


def change_edition(book: BookCopy) -> None:
    book.edit("conf.py", 'brief_edition = "1"', 'brief_edition = "2"')


def remove_image(book: BookCopy) -> None:
    text = book.read_text("source/issues/dredging.md")
    start, end = text.index("```{figure}"), text.index("```{index} channel")
    book.write("source/issues/dredging.md", text[:start] + text[end:])
    (book.root / "source/images/harbor.svg").unlink()


def change_image(book: BookCopy) -> None:
    book.edit("source/images/harbor.svg", 'fill="#e8eef2"', 'fill="#dfe8ee"')


def edit_sheet(book: BookCopy) -> None:
    """A style sheet of the book's own: pages link it with its checksum."""
    book.edit("source/_static/own.css", "teal", "navy")


def edit_lexeme(book: BookCopy) -> None:
    book.edit("source/words.md", ":gloss: landing stage", ":gloss: pier")


def reorder(book: BookCopy) -> None:
    book.edit("source/actors/index.md", "\nmayor\nrehn\ndockers\n", "\nrehn\nmayor\ndockers\n")


def index_entry(book: BookCopy) -> None:
    """An index entry that another page has too."""
    book.edit("source/index.md", "```{index} channel, harbor", "```{index} channel, harbor, pier")


def add_alias(book: BookCopy) -> None:
    """A word that stands on a page which links names becomes a name."""
    book.edit("source/actors/dockers.md", ":also: the union", ":also: the union; pier")


def rename_alias(book: BookCopy) -> None:
    """The first name of the mayor on a page that links names is hers no more; the second becomes the first."""
    book.edit("source/actors/mayor.md", ":also: Brandt; the mayor", ":also: Brandt-Moor; the mayor")


def remove_aliases(book: BookCopy) -> None:
    book.edit("source/actors/mayor.md", ":also: Brandt; the mayor\n", "")


def claim_alias(book: BookCopy) -> None:
    """A name that two have is nobody's."""
    book.edit("source/actors/dockers.md", ":also: the union", ":also: the union; the plan")


def stop_linking(book: BookCopy) -> None:
    book.edit("source/actors/rehn.md", "autolink: true", "autolink: false")


def move_page(book: BookCopy) -> None:
    """The page of an actor moves into another folder, and out of its place in the contents."""
    (book.root / "source/harbor").mkdir()
    (book.root / "source/actors/rehn.md").rename(book.root / "source/harbor/rehn.md")
    book.edit("source/actors/index.md", "\nrehn\n", "\n/harbor/rehn\n")


def edit_template(book: BookCopy) -> None:
    book.edit("source/_templates/layout.html", "The test desk", "The desk of the tests")


def older_template(book: BookCopy) -> None:
    """A template of another version, whose time is older than the site's."""
    edit_template(book)
    age(book.root / "source/_templates/layout.html")


def older_page(book: BookCopy) -> None:
    """A page is replaced by a copy whose time is older than the last build."""
    reword(book)
    age(book.root / "source/actors/mayor.md")


def older_image(book: BookCopy) -> None:
    change_image(book)
    age(book.root / "source/images/harbor.svg")


def age(path: Path) -> None:
    os.utime(path, (1_000_000_000, 1_000_000_000))


def same_image_name(book: BookCopy) -> None:
    """A picture on a page that is read earlier has the name of one that is there already."""
    picture = book.read_text("source/images/harbor.svg").replace("#e8eef2", "#ffffff")
    book.write("source/actors/images/harbor.svg", picture)
    book.edit(
        "source/actors/dockers.md",
        "## The coastal line",
        "```{figure} images/harbor.svg\n:alt: The quay\n\nThe quay.\n```\n\n## The coastal line",
    )


def delete_static(book: BookCopy) -> None:
    (book.root / "source/_static/mark.svg").unlink()


def change_static(book: BookCopy) -> None:
    book.edit("source/_static/mark.svg", "M0 0h8v8z", "M0 0h8v4z")


def delete_extra(book: BookCopy) -> None:
    (book.root / "source/_extra/visitors.txt").unlink()


def touch(book: BookCopy) -> None:
    (book.root / "source/actors/mayor.md").touch()


def touch_image(book: BookCopy) -> None:
    (book.root / "source/images/harbor.svg").touch()


def set_option(book: BookCopy, line: str) -> None:
    book.write("conf.py", book.read_text("conf.py") + line + "\n")


def change_subtitle(book: BookCopy) -> None:
    book.edit("conf.py", "A harbor that does not exist", "A harbor that never was")


def change_asof(book: BookCopy) -> None:
    book.edit("conf.py", 'brief_asof = "2031-05-12"', 'brief_asof = "2031-05-13"')


def change_paper(book: BookCopy) -> None:
    set_option(book, 'brief_paper = "us-letter"')


def change_scale(book: BookCopy) -> None:
    book.edit("conf.py", 'brief_likelihoods = "harbor"', 'brief_likelihoods = "icd-203"')


def switch_hindsight_on(book: BookCopy) -> None:
    set_option(book, "brief_hindsight = True")


def switch_hindsight_off(book: BookCopy) -> None:
    set_option(book, "brief_hindsight = False")


def no_index(book: BookCopy) -> None:
    set_option(book, "html_use_index = False")


EDITS = (
    Edit("reword", reword, {"actors/mayor"}, 2),
    Edit("reword-plain", reword_plain, {"actors/rehn"}, 5),
    Edit("rename-actor", rename_actor, {"actors/mayor"}, 12),
    Edit("rename-minor-actor", rename_minor_actor, {"actors/dockers"}, 10),
    Edit("change-stance", change_stance, {"actors/dockers"}, 6),
    Edit("change-likelihood", change_likelihood, {"issues/dredging"}, 7),
    Edit("retitle", retitle, {"overview"}, None),
    Edit("retitle-linked", retitle_linked, {"issues/dredging"}, None),
    Edit("retitle-section", retitle_section, {"index"}, 2),
    Edit("delete-page", delete_page, {"index"}, None),
    Edit("delete-actor", delete_actor, {"actors/index", "words"}, 11),
    Edit("add-page", add_page, {"actors/index", "actors/painter"}, 12),
    Edit("move-entity", move_entity, {"actors/dockers", "actors/rehn"}, 10),
    Edit("edit-seed", edit_seed, set(), 2),
    Edit("edit-sources", edit_sources, set(), 5),
    Edit("edit-gist", edit_gist, set(), 2),
    Edit("edit-likelihoods", edit_likelihoods, {"issues/dredging", "issues/night-work"}, 4),
    Edit("change-edition", change_edition, set(), None),
    Edit("remove-image", remove_image, {"issues/dredging"}, 2),
    Edit("change-image", change_image, {"issues/dredging"}, 2),
    Edit("edit-sheet", edit_sheet, set(), None),
    Edit("edit-lexeme", edit_lexeme, {"words"}, 4),
    Edit("reorder", reorder, {"actors/index"}, 9),
    Edit("add-alias", add_alias, {"actors/dockers"}, 5),
    Edit("rename-alias", rename_alias, {"actors/mayor"}, 6),
    Edit("remove-aliases", remove_aliases, {"actors/mayor"}, 6),
    Edit("claim-alias", claim_alias, {"actors/dockers"}, 5),
    Edit("stop-linking", stop_linking, {"actors/rehn"}, 2),
    Edit("index-entry", index_entry, {"index"}, 1),
    Edit("move-page", move_page, {"actors/index", "harbor/rehn"}, 11),
    Edit("edit-template", edit_template, set(), None),
    Edit("older-template", older_template, set(), None),
    Edit("older-page", older_page, {"actors/mayor"}, 2),
    Edit("older-image", older_image, {"issues/dredging"}, 2),
    Edit("same-image-name", same_image_name, {"actors/dockers"}, 4),
    Edit("delete-static", delete_static, set(), 0),
    Edit("change-static", change_static, set(), 0),
    Edit("delete-extra", delete_extra, set(), 0),
    Edit("touch", touch, {"actors/mayor"}, 2),
    Edit("touch-image", touch_image, {"issues/dredging"}, 2),
    Edit("change-subtitle", change_subtitle, set(), None),
    Edit("change-asof", change_asof, None, None),
    Edit("change-paper", change_paper, set(), 0),
    Edit("change-scale", change_scale, None, None),
    Edit("switch-hindsight-on", switch_hindsight_on, None, None),
    Edit("no-index", no_index, set(), None),
)
