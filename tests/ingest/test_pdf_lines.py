"""Lines of a PDF become paragraphs: what is joined, what is parted, what is left out."""

from __future__ import annotations

import pytest

from sphinx_briefing.ingest.pdf_lines import Flow, Line, flow


def page(*texts: str, top: float = 700.0, pitch: float = 14.0) -> list[Line]:
    """Lines of one size, one under the other; "" leaves a gap, white space at a line's start indents it."""
    lines = []
    for number, text in enumerate(texts):
        left = 50.0 + 5 * (len(text) - len(text.lstrip()))
        if text:
            lines.append(Line(text.strip(), left, 300.0, top - pitch * number, 12.0))
    return lines


def read(*texts: str) -> str:
    return flow([("1", page(*texts))]).text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("The plan is extra\ufffe", "ordinary."), "The plan is extraordinary."),
        (("The plan is extra-", "ordinary."), "The plan is extraordinary."),
        (("The plan is extra\u00ad", "ordinary."), "The plan is extraordinary."),
        (("The U.S.\ufffe", "Russia talks."), "The U.S.-Russia talks."),
        (("The anti\ufffe", "American mood."), "The anti-American mood."),
        (("The years 2008\ufffe", "09 were bad."), "The years 2008-09 were bad."),
        (("A well\ufffe", "known plan is a well-known one."), "A well-known plan is a well-known one."),
        (("It is OP\ufffe", "TIONAL; the word OPTIONAL says so."), "It is OPTIONAL; the word OPTIONAL says so."),
        (("A half\ufffe", "built quay."), "A half-built quay."),
        (("The short\ufffe", "and long-term plan."), "The short- and long-term plan."),
        (("A dash -", "and more."), "A dash - and more."),
        (("One line", "and another."), "One line and another."),
    ],
)
def test_line_ends(lines: tuple[str, ...], text: str) -> None:
    assert read("The first line of it.", "Here the second.", *lines).split("Here the second. ")[1] == text + "\n"


def test_words_that_were_joined_unknown_are_listed() -> None:
    first = page("It is extra\ufffe", "ordinary, U.S.\ufffe", "Russia and extra\ufffe", "ordinary; under\ufffe")
    second = page("stood by those who understood it.")
    assert flow([("1", first), ("2", second)]).joined == ("extraordinary", "U.S.-Russia")  # one is known


def test_a_gap_parts_paragraphs() -> None:
    assert (
        read("One begins", "and ends.", "", "Two begins", "and ends.")
        == "One begins and ends.\n\nTwo begins and ends.\n"
    )


def test_an_indent_parts_paragraphs() -> None:
    assert (
        read("One begins", "and ends.", "   Two begins", "and ends.")
        == "One begins and ends.\n\nTwo begins and ends.\n"
    )
    assert read("One begins", "   and does not end", "here.") == "One begins and does not end here.\n"


def test_another_size_parts_paragraphs() -> None:
    lines = page("The title", "and the text.")
    lines[0] = Line("The title", 50, 300, 700, 18)
    assert flow([("1", lines)]).text == "The title\n\nand the text.\n"


def test_a_sentence_goes_on_over_the_page() -> None:
    found = flow([("xiv", page("One goes", "on and")), ("xv", page("on.", "It ends.")), ("1", page("New."))])
    assert found.text == "One goes on and on. It ends.\n\nNew.\n"
    assert [(found.text[at:][:3], label) for at, label in found.pages] == [("One", "xiv"), ("on.", "xv"), ("New", "1")]


def test_a_word_goes_on_over_the_page() -> None:
    found = flow([("1", page("It is extra-")), ("2", page("ordinary."))])
    assert found.text == "It is extraordinary.\n"
    assert found.text[found.pages[1][0] :] == "ordinary.\n"


def test_a_column_goes_on_in_the_next() -> None:
    left, right = page("One goes", "on and"), page("on.", "It ends.")
    assert flow([("1", [*left, *right])]).text == "One goes on and on. It ends.\n"


def headed(pages: int, *, even: str = "The Review {}", odd: str = "The Review {}") -> Flow:
    made = []
    for number in range(1, pages + 1):
        head = (odd if number % 2 else even).format(number)
        made.append(
            (str(number), page(head, "", f"Sentence {'abcdefgh'[number]}", "stands here.", "", f"— {number} —"))
        )
    return flow(made)


@pytest.mark.parametrize("pages", [2, 3, 8 - 1])
def test_running_heads_and_page_numbers_are_dropped(pages: int) -> None:
    found = headed(pages)
    assert "Review" not in found.text
    assert "—" not in found.text
    assert found.text.count("stands here.") == pages
    assert set(found.heads) == {"The Review #", "— # —"}


def test_heads_may_differ_left_and_right() -> None:
    assert "Review" not in headed(5, even="{} The Review", odd="The quay {}").text
    assert "quay" not in headed(5, even="{} The Review", odd="The quay {}").text


def test_a_line_of_the_text_that_is_repeated_is_kept() -> None:
    """It stands at another height, or not outermost, or on one page of many, or close to the text."""
    close = [(number, page("It rains.", f"So {'xyz'[int(number)]}.", "It pours.")) for number in "012"]
    assert flow(close).text.count("rains") == flow(close).text.count("pours") == 3
    lines = [page("It rains.", "It pours."), page("It pours.", "It rains.", top=690)]
    assert flow([("1", lines[0]), ("2", lines[1])]).text.count("rains") == 2
    once = [("1", page("The Review", "", "One.")), *((str(n), page(f"{'xyzuvw'[n]}.")) for n in range(2, 6))]
    assert "The Review" in flow(once).text


def test_a_page_number_alone_is_dropped_from_a_single_page() -> None:
    assert flow([("7", page("Words", "of it.", "", "7"))]).text == "Words of it.\n"
    assert flow([("7", page("Words", "of it.", "", "8"))]).text == "Words of it.\n\n8\n"


def test_pages_without_text_take_no_part() -> None:
    found = flow([("1", []), ("2", page("Words.")), ("3", [])])
    assert (found.text, found.pages) == ("Words.\n", ((0, "2"),))


def test_many_pages_take_no_longer_than_their_number() -> None:
    made = [
        (str(n), page("The Review", "", *[f"It is extra{n}\ufffe", "ordinary."] * 20, str(n))) for n in range(1, 1500)
    ]
    assert "Review" not in flow(made).text
