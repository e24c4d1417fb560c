"""Law 5, by chance: SIGKILL at any moment of a build, publishing included, and what readers find meanwhile."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from conftest import BookCopy, copy_book, tree
from laws.clean import NIGHTLY, by_night
from laws.edits import add_page, change_image, change_stance, edit_sheet, rename_actor, set_option, switch_hindsight_on

OUTPUTS = ("html", "pdf", "data") if NIGHTLY else ("html", "data")
Trees = Mapping[str, Mapping[str, str]]


def first(book: BookCopy) -> None:
    """The book as it is."""


def second(book: BookCopy) -> None:
    for edit in (rename_actor, add_page, change_image, edit_sheet):
        edit(book)


def third(book: BookCopy) -> None:
    for edit in (switch_hindsight_on, change_stance):
        edit(book)
    set_option(book, 'html_title = "Another title"')


@dataclass
class State:
    """One state of the sources, what a clean build of it publishes, and how much such a build prints and takes."""

    sources: BookCopy
    trees: Trees = field(default_factory=dict)
    lines: int = 0
    seconds: float = 0.0

    def lay_into(self, book: BookCopy, *, old_times: bool) -> None:
        """Make the book's sources this state's, with the times they have there or as written now."""
        for name in ("source", "seeds"):
            shutil.rmtree(book.root / name, ignore_errors=True)
            shutil.copytree(
                self.sources.root / name, book.root / name, copy_function=shutil.copy2 if old_times else shutil.copyfile
            )
        shutil.copy2(self.sources.root / "conf.py", book.root / "conf.py")


def log_of(book: BookCopy) -> Path:
    return book.root.with_name("log.txt")


@contextmanager
def building(book: BookCopy) -> Iterator[subprocess.Popen[bytes]]:
    """A build in a process of its own, its lines written to a file as they are printed."""
    command = [sys.executable, "-u", "-m", "sphinx_briefing.cli", "build", "--book", str(book.root), *OUTPUTS]
    with log_of(book).open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        yield process


def whole_build(book: BookCopy) -> tuple[int, float]:
    """Build to the end; how many lines it printed and how long it took."""
    began = time.monotonic()
    with building(book) as process:
        process.wait()
    text = log_of(book).read_text("utf-8")
    assert process.returncode == 0, text
    return len(text.splitlines()), time.monotonic() - began


def published(book: BookCopy) -> Trees:
    return {output: book.published(output) for output in OUTPUTS}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> list[State]:
    found = []
    for edit in (first, second, third):
        book = copy_book("small", tmp_path_factory.mktemp(edit.__name__) / "book")
        edit(book)
        state = State(book.copy_to(book.root.with_name("sources")))
        state.lines, state.seconds = whole_build(book)
        state.trees = published(book)
        found.append(state)
    return found


class Reader(threading.Thread):
    """Somebody who opens one published page after another while the book is built."""

    def __init__(self, book: BookCopy, allowed: list[Trees]) -> None:
        super().__init__(daemon=True)
        self.book, self.allowed = book, allowed
        self.wrong: list[str] = []
        self.opened = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        names = [(output, name) for output in OUTPUTS for name in self.allowed[0][output]]
        while not self.stopped.is_set():
            for output, name in random.sample(names, 5):
                self.look(output, name)
            time.sleep(0.02)

    def look(self, output: str, name: str) -> None:
        good = [trees[output].get(name) for trees in self.allowed]
        found = hash_of(self.book.root / "build" / output / name)
        self.opened += 1
        if found not in good:
            self.wrong.append(f"{output}/{name}")


def hash_of(path: Path) -> str | None:
    """The hash of one file, as a tree has it; None where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def kill(process: subprocess.Popen[bytes], when: Callable[[], bool]) -> None:
    """Kill a build as soon as `when` says so; it may be over by then."""
    while process.poll() is None and not when():
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)


def at_a_time(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def at_a_line(book: BookCopy, lines: int, then: float) -> Callable[[], bool]:
    """After the build has printed some lines, and a moment more: what goes fast is hit as often as what takes long."""

    def when() -> bool:
        reached = log_of(book).read_bytes().count(b"\n") >= lines
        time.sleep(then if reached else 0)
        return reached

    return when


def hard_links(book: BookCopy, folder: Path) -> dict[str, str]:
    """Every published file once more, as a hard link; what is written through one is seen in the other."""
    for output in OUTPUTS:
        shutil.copytree(book.root / "build" / output, folder / output, copy_function=os.link)
    return tree(folder)


@pytest.mark.slow
def test_killed_at_any_moment(states: list[State], tmp_path: Path) -> None:
    chance = random.Random(None if NIGHTLY else 20090921)
    book = states[0].sources.copy_to(tmp_path / "book")
    whole_build(book)
    at, opened, killed = states[0], 0, 0
    for number in range(by_night(3, 100)):
        goal = chance.choice([state for state in states if state is not at])
        goal.lay_into(book, old_times=chance.random() < 0.5)
        links = tmp_path / f"links-{number}"
        kept = hard_links(book, links)
        reader = Reader(book, [at.trees, goal.trees])
        reader.start()
        with building(book) as process:
            if chance.random() < 0.4:
                kill(process, at_a_time(chance.uniform(0, 1.1 * goal.seconds)))
            else:
                kill(process, at_a_line(book, chance.randint(1, goal.lines), chance.uniform(0, 0.05)))
        killed += process.returncode == -signal.SIGKILL
        found = published(book)
        for output in OUTPUTS:
            assert found[output] in (at.trees[output], goal.trees[output]), (number, output)
        assert tree(links) == kept
        end = chance.choice([at, goal])  # taken back, or built again
        reader.allowed.append(end.trees)
        end.lay_into(book, old_times=chance.random() < 0.5)
        whole_build(book)
        reader.stopped.set()
        reader.join()
        assert published(book) == end.trees, number
        assert tree(links) == kept
        assert reader.wrong == []
        left = [path.name for path in (book.root / "build").iterdir() if path.name.startswith(".")]
        assert left == []
        at, opened = end, opened + reader.opened
        shutil.rmtree(links)
    assert killed
    assert opened
    print(f"{killed} builds killed; {opened} pages opened meanwhile")
