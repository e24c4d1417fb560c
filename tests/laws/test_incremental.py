"""Law 3: an incremental build publishes what a clean build does, byte for byte, and not by building all."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import BookCopy, run, stamps
from laws.clean import EVERY, NIGHTLY, OUTPUTS, assert_clean
from laws.edits import EDITS, Edit, change_stance, rename_actor, retitle_section, reword
from laws.more_edits import LINK_NO_NAMES, MORE_EDITS

#: Each is tried alone, with a clean build to compare; more of them by night.
ALONE = (*EDITS, *(MORE_EDITS if NIGHTLY else ()))
#: By day the others are tried one on the other, some to a clean build.
CHAINED = (*MORE_EDITS, LINK_NO_NAMES)
CHAINS = [CHAINED[first : first + 6] for first in range(0, len(CHAINED), 6)]


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("edit", ALONE, ids=[edit.name for edit in ALONE])
def test_an_edit_leaves_nothing_stale(built: BookCopy, edit: Edit, tmp_path: Path) -> None:
    edit.make(built)
    result = built.build(*OUTPUTS)
    assert result.code == 0, result.err
    ebook = built.build("epub")
    assert ebook.code == 0, ebook.err
    assert_clean(built, tmp_path / "clean", *EVERY)
    assert set(result.read) == (built.pages if edit.read is None else edit.read)
    if edit.written is None:
        assert set(result.written) == built.pages
    else:
        assert len(result.written) == edit.written < len(built.pages)
        assert len(ebook.written) <= edit.written


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("chain", CHAINS, ids=[chain[0].name for chain in CHAINS])
def test_edits_on_top_of_each_other_leave_nothing_stale(
    built: BookCopy, chain: tuple[Edit, ...], tmp_path: Path
) -> None:
    for edit in chain:
        edit.make(built)
        result = built.build("html")
        assert result.code == 0, result.err
        assert set(result.read) == (built.pages if edit.read is None else edit.read), edit.name
    assert built.build(*EVERY).code == 0
    assert_clean(built, tmp_path / "clean", *EVERY)


def test_a_build_without_change_reads_writes_and_publishes_nothing(built: BookCopy) -> None:
    before = [stamps(built.root / "build" / output) for output in ("html", "data", "epub")]
    result = built.build(*EVERY)
    assert (result.code, result.read, result.written) == (0, (), ())
    assert [stamps(built.root / "build" / output) for output in ("html", "data", "epub")] == before


def test_after_an_edit_only_changed_files_are_new(built: BookCopy) -> None:
    before = stamps(built.root / "build" / "html")
    hashes = built.published()
    reword(built)
    built.build()
    after = stamps(built.root / "build" / "html")
    changed = {name for name, found in built.published().items() if hashes.get(name) != found}
    assert {name for name in after if after[name] != before.get(name)} == changed
    assert "actors/mayor.html" in changed
    assert len(changed) < 6


@pytest.mark.slow
@pytest.mark.parametrize("between", ["pdf", "data"])
def test_another_output_in_between_leaves_the_site_no_staler(built: BookCopy, between: str, tmp_path: Path) -> None:
    rename_actor(built)
    assert built.build(between).read == ("actors/mayor",)
    result = built.build("html")
    assert result.read == ()
    assert len(result.written) == 12 < len(built.pages)
    assert "Odile Brandt<" not in "".join(built.html(page) for page in built.pages)
    assert_clean(built, tmp_path / "clean", "html")


@pytest.mark.slow
def test_the_printed_book_is_clean_too(built: BookCopy, tmp_path: Path) -> None:
    assert built.build("html", "pdf", "data").code == 0
    for edit in (rename_actor, change_stance, retitle_section):
        edit(built)
    assert built.build("html", "pdf", "data").code == 0
    assert_clean(built, tmp_path / "clean", "html", "pdf", "data")


def test_an_edit_taken_back_leaves_the_site_as_it_was(built: BookCopy) -> None:
    before = built.published()
    page = built.read_text("source/actors/mayor.md")
    rename_actor(built)
    built.build()
    assert built.published() != before
    built.write("source/actors/mayor.md", page)
    assert built.build().read == ("actors/mayor",)
    assert built.published() == before


def test_a_title_that_names_an_actor_follows_her_name(built: BookCopy, tmp_path: Path) -> None:
    """References inside titles are shown in heads, contents, neighbors and the search index: all hold the new name."""
    built.edit("source/words.md", "# Words", "# Words of {actor}`mayor`")
    built.edit("source/issues/night-work.md", "## What the author expects", "## What {actor}`mayor` can expect")
    result = built.build()
    assert result.code == 0, result.err
    assert "Words of Odile Brandt" in built.html("index")
    rename_actor(built)
    result = built.build()
    assert result.code == 0, result.err
    for page in built.pages:
        assert "Odile Brandt<" not in built.html(page)
    assert_clean(built, tmp_path / "clean", "html")


def test_pages_that_share_headings_keep_one_search_index(built: BookCopy, tmp_path: Path) -> None:
    """The order in which pages were indexed must not show: headings, index entries and words stand on several pages."""
    built.edit(
        "source/words.md", "## Terms of the harbor", "```{index} Channel; deep, pier\n```\n\n## Terms of the harbor"
    )
    built.build()
    built.edit("source/index.md", "```{index} channel, harbor", "```{index} channel; deep, harbor, Pier")
    built.edit("source/actors/mayor.md", "## On file", "## Mentioned")
    built.build()
    assert_clean(built, tmp_path / "clean", "html")


def test_hindsight_comes_and_goes(built: BookCopy, tmp_path: Path) -> None:
    """An option that changes what pages say reads all of them, and leaves nothing behind when it is taken back."""
    before = built.published()
    assert run("build", "--hindsight", "--book", str(built.root), "html").code == 0
    assert "sinks in the autumn" in built.html("overview")
    assert built.build().code == 0
    assert built.published() == before
