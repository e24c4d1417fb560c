"""What may be wrong with `conf.py` and with the book as a whole: a finding in every report, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sphinx.config import Config

from conftest import BookCopy, run
from sphinx_briefing.config import option_table
from sphinx_briefing.domain.stock_options import kinds_of

LEAST = 'project = "One"\nextensions = ["myst_parser", "sphinx_design", "sphinx_briefing"]\nhtml_theme = "briefing"\n'
COLONS = 'myst_enable_extensions = ["colon_fence"]\n'


def book(folder: Path, conf: str = "", **pages: str) -> BookCopy:
    """A book with the fewest settings, these more, and these pages."""
    made = BookCopy(folder / "book")
    made.write("conf.py", LEAST + conf)
    (made.root / "source").mkdir()
    for name, text in pages.items():
        made.write(f"source/{name}.md", text)
    return made


def lines(made: BookCopy) -> list[str]:
    """What `briefing check` prints, which is the same at every run and no traceback."""
    first = run("check", "--book", str(made.root))
    assert first.code == 1
    assert "Traceback" not in first.err + first.out
    assert made.check_lines() == first.out.splitlines()[:-1]
    return first.out.splitlines()[:-1]


@pytest.mark.parametrize("row", option_table(), ids=lambda row: row.name)
def test_an_option_of_the_wrong_type_is_a_finding_at_its_line(tmp_path: Path, row: tuple[str, ...]) -> None:
    (line,) = lines(book(tmp_path, f"\n{row[0]} = [1, 2]\n", index="# One\n"))
    assert line.startswith(f"conf.py:5: error[brief.conf]: `{row[0]}`: `[1, 2]` is not ")


def test_an_option_that_there_is_not_is_a_finding_at_its_line(tmp_path: Path) -> None:
    (line,) = lines(book(tmp_path, "brief_papr = 'a4'\n", index="# One\n"))
    assert line.startswith("conf.py:4: error[brief.conf]: `brief_papr`: there is no such option; did you mean `brief_p")


@pytest.mark.parametrize(
    ("conf", "line", "words"),
    [
        ("x = (\n", 4, "it is not Python: '(' was never closed"),
        ("\nx = 1 / 0\n", 5, "it cannot be run: ZeroDivisionError: division by zero"),
        ("import nowhere_at_all\n", 4, "it cannot be run: ModuleNotFoundError: No module named 'nowhere_at_all'"),
        ("raise SystemExit(3)\n", 0, "called sys.exit()"),
        ('extensions += ["nowhere_at_all"]\n', 0, "Could not import extension nowhere_at_all"),
        ('html_theme = "nowhere"\n', 0, "no theme named 'nowhere' found"),
        ("language = 3\n", 4, '`language`: `3` is not text; write `language = "3"`'),
        ("extensions = 5\n", 4, "`extensions`: `5` is not a list; write `extensions = [...]`"),
        ("locale_dirs = 'here'\n", 4, "`locale_dirs`: `'here'` is not a list; write `locale_dirs = ['here']`"),
        ("templates_path = 'look'\n", 4, "`templates_path`: `'look'` is not a list; write `templates_path = ['look']`"),
        ("exclude_patterns = ('a', 'b')\n", 4, "`exclude_patterns`: `('a', 'b')` is not a list"),
        ("html_theme_options = 4\n", 4, "`html_theme_options`: `4` is not a dictionary; write `html_theme_options = {"),
        ("master_doc = 3\n", 4, '`master_doc`: `3` is not text; write `master_doc = "3"`'),
        ("nitpicky = 'yes'\n", 4, "`nitpicky`: `'yes'` is not `True` or `False`; write `nitpicky = False`"),
        ("html_baseurl = 3\n", 4, '`html_baseurl`: `3` is not text; write `html_baseurl = "3"`'),
        ("project = 5\n", 4, '`project`: `5` is not text; write `project = "5"`'),
        ("release = 1.0\n", 4, '`release`: `1.0` is not text; write `release = "1.0"`'),
        ('root_doc = ["index"]\n', 4, "`root_doc`: `['index']` is not text"),
    ],
)
def test_what_sphinx_cannot_begin_with(tmp_path: Path, conf: str, line: int, words: str) -> None:
    made = book(tmp_path, conf, index="# One\n")
    result = run("build", "html", "--book", str(made.root))
    (told,) = [text for text in result.err.splitlines() if "error[" in text]
    assert told.startswith(f"conf.py{f':{line}' if line else ''}: error[brief.conf]: ")
    assert words in told
    assert " 0x" not in told
    assert "Traceback" not in result.err + result.out
    assert result.out.splitlines()[-1] == "1 error: nothing was published"


@pytest.mark.parametrize("name", sorted({*kinds_of(Config)} - {"language", "locale_dirs"}))  # it stops there at once
def test_an_option_of_sphinx_of_another_type_is_a_finding(tmp_path: Path, name: str) -> None:
    """Whatever Sphinx would have done with it."""
    (line,) = lines(book(tmp_path, f"{name} = b'x'\n", index="# One\n"))
    assert line.startswith(f"conf.py:4: error[brief.conf]: `{name}`: `b'x'` is not ")


def test_what_sphinx_takes_is_no_finding(tmp_path: Path) -> None:
    conf = "html_logo = None\nhtml_title = None\nnitpick_ignore = {('a', 'b')}\nsource_suffix = '.md'\ntoday = '2009'\n"
    assert run("check", "--book", str(book(tmp_path, conf, index="# One\n").root)).code == 0


def test_an_error_of_our_own_is_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has to be reported to us, with all that Python says."""
    monkeypatch.setattr("sphinx_briefing.extension.ROLES", None)
    made = book(tmp_path, index="# One\n")
    assert run("check", "--book", str(made.root)).code == 3


def test_findings_about_conf_stand_in_json_too(tmp_path: Path) -> None:
    made = book(tmp_path, "brief_edition = 1\n", index="# One\n")
    code, (finding,) = made.check()
    assert code == 1
    assert finding["place"] == {"path": "conf.py", "line": 4}
    assert finding["hint"] == 'write `brief_edition = "1"`'
    assert json.loads(run("check", "--format", "sarif", "--book", str(made.root)).out)["runs"][0]["results"]


@pytest.mark.parametrize("verb", ["explain x", "mutate", "linkcheck", "freeze 1", "check --without x"])
def test_every_verb_tells_why_it_could_not(tmp_path: Path, verb: str) -> None:
    made = book(tmp_path, "brief_edition = 1\n", index="# One\n")
    result = run(*verb.split(), "--book", str(made.root))
    assert result.code == 1
    assert "conf.py:4: error[brief.conf]: `brief_edition`: `1` is not text" in result.err + result.out


def test_words_of_a_book_that_does_not_say_whose_they_are(tmp_path: Path) -> None:
    """Without `primary_domain` Sphinx knows no word of ours by its bare name."""
    for line in lines(book(tmp_path, index="# One\n\n{actor}`one`\n\n:::{actor} one\n:::\n", conf=COLONS)):
        assert line.endswith('; add `primary_domain = "brief"` to conf.py, or write `{brief:actor}`')


# ---- how many pages


def test_a_book_without_a_page(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert lines(made) == [
        "source/index.md: error[brief.build]: the book has no page; write the first one, with a title"
    ]
    for output in ("html", "pdf", "data", "epub"):
        result = made.build(output)
        assert result.code == 1
        assert result.out.splitlines()[-1] == "1 error: nothing was published"
    assert not (made.root / "build" / "html").exists()


def test_a_book_without_its_first_page_is_judged_all_the_same(tmp_path: Path) -> None:
    made = book(tmp_path, 'root_doc = "harbour"\n', harbor="# Harbor\n\n{brief:actor}`nobody`\n")
    first, second = lines(made)
    assert first.startswith("source/harbor.md:3: error[brief.reference-unknown]: unknown actor `nobody`")
    assert second == (
        "source/harbour.md: error[brief.build]: the first page of the book is not there; did you mean `harbor`? "
        "Otherwise write the page, or name another in `root_doc` of conf.py"
    )


def test_a_first_page_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    made = book(tmp_path)
    (made.root / "source" / "index.md").write_bytes(b"# One\n\n\xff\n")
    (line,) = lines(made)
    assert line.startswith("source/index.md:3: error[brief.markup]: the page is not UTF-8")


@pytest.mark.parametrize("text", ["# One\n", "Words without a title.\n", "", "---\nsource: x\n---\n"])
def test_a_book_of_one_page_is_published_in_every_form(tmp_path: Path, text: str) -> None:
    made = book(tmp_path, index=text)
    result = made.build("html", "pdf", "data", "epub")
    assert result.code == 0, result.err
    assert (made.root / "build" / "pdf" / "briefing.pdf").is_file()
    assert json.loads(made.read_text("build/data/book.json"))["book"]["title"] == "One"
    assert made.build("html", "pdf", "data").written == ()


def test_a_page_that_is_added_to_an_empty_book_mends_it(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert made.build().code == 1
    made.write("source/index.md", "# One\n")
    assert made.build().code == 0
    assert "One" in made.html("index")


# ---- the PDF alone fails


def test_when_only_the_pdf_fails_that_is_counted_and_said(tmp_path: Path) -> None:
    made = book(tmp_path, index="# One\n\nA quay is a 码.\n")
    result = made.build("html", "pdf", "data")
    assert result.code == 1
    assert [text for text in result.err.splitlines() if "error[" in text] == [
        "source/index.md:3: error[brief.print]: no face of the printed book has the character `码` (U+7801); "
        "write it in Latin, Greek or Cyrillic letters, or show it as a picture"
    ]
    last = "1 error: pdf could not be made, so nothing was published, not html and data either"
    assert result.out.splitlines()[-1] == last
    assert not (made.root / "build" / "html").exists()
    assert made.build("html", "data").code == 0
    assert made.build("html", "pdf", "data").out.splitlines()[-1].startswith(f"{last}; the last good output stands in ")


def test_findings_are_counted_once_though_each_output_has_them(tmp_path: Path) -> None:
    made = book(tmp_path, index="# One\n\nA quay is a 码, says {brief:actor}`nobody`.\n")
    result = made.build("html", "pdf")
    assert result.out.splitlines()[-1].startswith("2 errors: pdf could not be made, so nothing was published, not html")
