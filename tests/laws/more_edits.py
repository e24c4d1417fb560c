"""The kinds of edit that a book goes through, continued: ties, errata, frozen editions, index, pairs, linked names."""

from __future__ import annotations

import shutil

from conftest import BOOKS, BookCopy
from laws.edits import EDITS, Edit, set_option

OLD = "editions/0/book.json"


def add_ties(book: BookCopy) -> None:
    """Three pages more for the small book, which ask for what its own do not, and an edition to compare it with.

    The edition is the book without them, as its data was published.
    """
    freeze_as(book, "0")
    book.write(OLD, book.read_text(OLD).replace("Its chair said so before the council.", "Its chair says so."))
    shutil.copytree(BOOKS / "ties", book.root, dirs_exist_ok=True)
    book.edit("source/index.md", "\nwords\nsource\n", "\nwords\nsource\nties\nrecord\nletters\n")
    book.edit("source/overview.md", "channel-dug 2019\n", "channel-dug 2019\n:title: Digging begins\n")
    book.edit("source/overview.md", "flood 2028-11~\n", "flood 2028-11~\n:title: Water in the town\n")


def freeze_as(book: BookCopy, name: str) -> None:
    """Freeze the book as the data tells it that was published last; `briefing freeze` writes the same."""
    book.write(f"editions/{name}/book.json", (book.root / "build/data/book.json").read_text("utf-8"))


def change_relation(book: BookCopy) -> None:
    book.edit("source/ties.md", "mayor -> dockers asks", "mayor -> dockers pressures")
    book.edit("source/ties.md", "relation/mayor.dockers.asks", "relation/mayor.dockers.pressures")


def turn_relation(book: BookCopy) -> None:
    """It ends at another actor, who had none and now is drawn nearer to its side."""
    book.edit("source/ties.md", "line -> mayor pressures", "line -> rehn pressures")


def delete_relation(book: BookCopy) -> None:
    text = book.read_text("source/ties.md")
    start, end = text.index(":::{relation} dockers"), text.index(":::{network}")
    book.write("source/ties.md", text[:start] + text[end:])


def relate_elsewhere(book: BookCopy) -> None:
    """A page that draws no network says what its actor does; the page with the network is not read."""
    book.edit(
        "source/actors/rehn.md", "## On file", ":::{relation} -> line asks\nHe asks.\n\n> @minutes\n:::\n\n## On file"
    )


def change_side(book: BookCopy) -> None:
    """The actor gets another column in the network."""
    book.edit("source/actors/mayor.md", ":side: Town hall", ":side: The council")


def move_event(book: BookCopy) -> None:
    """The day of an event, which a relation has from it."""
    book.edit("source/actors/mayor.md", "presentation 2031-04-28", "presentation 2031-04-29")


def narrow_network(book: BookCopy) -> None:
    book.edit("source/ties.md", ":::{network}\n", ":::{network}\n:kinds: asks\n:figure-only:\n")


def reword_erratum(book: BookCopy) -> None:
    """It stands on a page that does not list it."""
    book.edit("source/letters.md", "The board said *landing stage*.", "The board said *pier*.")


def move_erratum(book: BookCopy) -> None:
    book.edit("source/letters.md", ":on: page/words", ":on: actor/rehn")


def delete_erratum(book: BookCopy) -> None:
    text = book.read_text("source/letters.md")
    book.write("source/letters.md", text[: text.index(":::{erratum}")] + text[text.index("## One or") :])


def edit_edition(book: BookCopy) -> None:
    """Nobody should; the build tells what the file says now."""
    text = book.read_text(OLD)
    assert "She presented the plan herself." in text
    book.write(OLD, text.replace("She presented the plan herself.", "She had the plan presented."))


def freeze_newer(book: BookCopy) -> None:
    """An edition that comes between the one compared with and the book's own: the newest is another."""
    freeze_as(book, "0.5")


def freeze_own(book: BookCopy) -> None:
    """The book's own edition is compared with nothing."""
    freeze_as(book, "1")


def freeze_and_raise(book: BookCopy) -> None:
    """What an editor does: freeze, raise the number, go on writing."""
    freeze_as(book, "1")
    book.edit("conf.py", 'brief_edition = "1"', 'brief_edition = "2"')
    book.edit("source/actors/rehn.md", "The man with the dredger.", "The man with the old dredger.")


def remove_edition(book: BookCopy) -> None:
    shutil.rmtree(book.root / "editions/0")


def sort_otherwise(book: BookCopy) -> None:
    book.edit("source/actors/rehn.md", ":role: Harbor master", ":role: Harbor master\n:sort-as: Zander")


def narrow_index(book: BookCopy) -> None:
    book.edit("source/letters.md", ":::{a-to-z}\n", ":::{a-to-z}\n:only: actor, term\n")


def turn_pair(book: BookCopy) -> None:
    book.edit("source/letters.md", ":::{pair} pristan", ":::{pair} pristav")


def edit_scale_note(book: BookCopy) -> None:
    """The note of the scale, which only its view shows."""
    book.edit("seeds/likelihoods.yaml", "Drawn up after the flood.", "Drawn up before the flood.")


def add_judgment(book: BookCopy) -> None:
    """A judgment more on a step of the scale, on a page that has no other."""
    book.write(
        "source/words.md",
        book.read_text("source/words.md")
        + "\n:::{judgment} j-04 very unlikely\n:actors: rehn\n\nThe painter comes back.\n\n> @minutes\n:::\n",
    )


def narrow_dossier(book: BookCopy) -> None:
    book.edit("source/issues/night-work.md", ":::{dossier}\n", ":::{dossier}\n:only: positions, relations\n")


def link_names(book: BookCopy) -> None:
    set_option(book, "brief_autolink = True")


def link_no_names(book: BookCopy) -> None:
    set_option(book, "brief_autolink = False")


def change_speaker(book: BookCopy) -> None:
    book.edit("source/ties.md", ":speaker: mayor", ":speaker: rehn")


def change_variant(book: BookCopy) -> None:
    book.edit("source/ties.md", "“The channel must not wait”", "“No channel can wait”")


def unspeak(book: BookCopy) -> None:
    """Without a speaker it is not gathered."""
    book.edit("source/ties.md", ":speaker: mayor\n", "")


def change_day(book: BookCopy) -> None:
    """The day of a page's last significant change, which its status shows."""
    book.edit("source/record.md", "changed: 2031-05-10", "changed: 2031-05-12")


def forget_day(book: BookCopy) -> None:
    book.edit("source/record.md", "changed: 2031-05-10\n", "")


def give_day(book: BookCopy) -> None:
    """The first page has the latest day of all."""
    book.write("source/words.md", "---\nchanged: 2031-05-11\n---\n" + book.read_text("source/words.md"))


def retitle_event(book: BookCopy) -> None:
    book.edit("source/overview.md", ":title: Digging begins", ":title: The harbor digs")


def untitle_event(book: BookCopy) -> None:
    """Lists have its words again."""
    book.edit("source/overview.md", ":title: Water in the town\n", "")


def title_event(book: BookCopy) -> None:
    book.edit("source/actors/mayor.md", "presentation 2031-04-28\n", "presentation 2031-04-28\n:title: She presents\n")


MORE_EDITS = (
    Edit("change-relation", change_relation, {"ties"}, 7),
    Edit("turn-relation", turn_relation, {"ties"}, 8),
    Edit("delete-relation", delete_relation, {"ties"}, 5),
    Edit("relate-elsewhere", relate_elsewhere, {"actors/rehn"}, 7),
    Edit("change-side", change_side, {"actors/mayor"}, 5),
    Edit("move-event", move_event, {"actors/mayor"}, 8),
    Edit("narrow-network", narrow_network, {"ties"}, 3),
    Edit("reword-erratum", reword_erratum, {"letters"}, 3),
    Edit("move-erratum", move_erratum, {"letters"}, 3),
    Edit("delete-erratum", delete_erratum, {"letters"}, 3),
    Edit("edit-edition", edit_edition, set(), 2),
    Edit("freeze-newer", freeze_newer, set(), 2),
    Edit("freeze-own", freeze_own, set(), 0),
    Edit("freeze-and-raise", freeze_and_raise, {"actors/rehn"}, None),
    Edit("remove-edition", remove_edition, set(), 2),
    Edit("sort-otherwise", sort_otherwise, {"actors/rehn"}, 4),
    Edit("narrow-index", narrow_index, {"letters"}, 2),
    Edit("turn-pair", turn_pair, {"letters"}, 2),
    Edit("edit-scale-note", edit_scale_note, {"issues/dredging", "issues/night-work"}, 4),
    Edit("add-judgment", add_judgment, {"words"}, 8),
    Edit("narrow-dossier", narrow_dossier, {"issues/night-work"}, 2),
    Edit("change-variant", change_variant, {"ties"}, 5),
    Edit("change-speaker", change_speaker, {"ties"}, 7),
    Edit("change-day", change_day, {"record"}, 2),
    Edit("forget-day", forget_day, {"record"}, 2),
    Edit("give-day", give_day, {"words"}, 2),
    Edit("title-event", title_event, {"actors/mayor"}, 6),
    Edit("retitle-event", retitle_event, {"overview"}, 3),
    Edit("untitle-event", untitle_event, {"overview"}, 3),
    Edit("unspeak", unspeak, {"ties"}, 5),
    Edit("link-names", link_names, None, None),
)
#: Taken alone it changes nothing.
LINK_NO_NAMES = Edit("link-no-names", link_no_names, None, None)
ALL_EDITS = (*EDITS, *MORE_EDITS, LINK_NO_NAMES)
