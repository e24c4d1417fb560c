"""Words of estimative probability: scales as data, and the three that every book may choose from.

A scale is a ladder of steps, each with the words that mean it and, where its makers gave one, a range in percent. Words
outside the scale carry no figure. A text older than its scale is read against it, not bound by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

#: What an editor writes where the author gives no likelihood. It stands on no scale.
NONE_STATED: Final = "none stated"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A step of a scale: its number from below, the words that may be written, its range in percent, if any.

    `forms` are the same words as other parts of speech ("probably"): known where they are read, never a term.
    """

    step: int
    words: tuple[str, ...]
    low: float | None = None
    high: float | None = None
    forms: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The first word: that which names the step."""
        return self.words[0]

    @property
    def key(self) -> str:
        """The word as an identifier: `very-unlikely`."""
        return self.word.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale: what it is called, when it was issued (EDTF), its steps from the least likely up.

    `approximate` means that its ranges are given as "about".
    """

    id: str
    title: str
    steps: tuple[Likelihood, ...]
    date: str = ""
    note: str = ""
    approximate: bool = False

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """Every likelihood an editor may write: the words of the scale, and the admission that the author gave none."""
        return (*(word for step in self.steps for word in step.words), NONE_STATED)

    def on_scale(self, word: str) -> Likelihood | None:
        """The step that `word` of the vocabulary names; None for "none stated"."""
        return next((step for step in self.steps if word in step.words), None)

    def meanings(self) -> Mapping[str, Likelihood]:
        """Every word and form in which a step may be read in running text, with its step."""
        return {word: step for step in self.steps for word in (*step.words, *step.forms)}

    def range_of(self, step: Likelihood) -> str:
        """The range of a step as a reader sees it; empty when the scale gives none."""
        if step.low is None or step.high is None:
            return ""
        return f"{'about ' if self.approximate else ''}{step.low:g} to {step.high:g}%"


#: "Analytic Standards", section D.6.e.(2)(a): seven steps, each with a word of either row, and the ranges between them.
ICD_203: Final = Scale(
    "icd-203",
    "Intelligence Community Directive 203",
    (
        Likelihood(1, ("almost no chance", "remote"), 1, 5),
        Likelihood(2, ("very unlikely", "highly improbable"), 5, 20),
        Likelihood(3, ("unlikely", "improbable"), 20, 45, ("improbably",)),
        Likelihood(4, ("roughly even chance", "roughly even odds"), 45, 55),
        Likelihood(5, ("likely", "probable"), 55, 80, ("probably",)),
        Likelihood(6, ("very likely", "highly probable"), 80, 95),
        Likelihood(7, ("almost certain", "nearly certain"), 95, 99, ("almost certainly",)),
    ),
    date="2015",
    note="The two words of a step mean the same.",
)

#: The yardstick of the Professional Head of Intelligence Assessment, as the Cabinet Office published it.
PHIA: Final = Scale(
    "phia",
    "PHIA Probability Yardstick, United Kingdom",
    (
        Likelihood(1, ("remote chance",), 0, 5),
        Likelihood(2, ("highly unlikely",), 10, 20),
        Likelihood(3, ("unlikely",), 25, 35),
        Likelihood(4, ("realistic possibility",), 40, 50),
        Likelihood(5, ("likely", "probable"), 55, 75),
        Likelihood(6, ("highly likely",), 80, 90),
        Likelihood(7, ("almost certain",), 95, 100),
    ),
    date="2025-03-24",
    note=(
        "The gaps between the ranges are meant. The first range excludes 0, the last excludes 100, "
        "and that of “realistic possibility” ends below 50."
    ),
    approximate=True,
)

#: For an author who gives an order of words and no figures.
AUTHOR: Final = Scale(
    "author",
    "The author’s own words",
    (
        Likelihood(1, ("almost impossible",)),
        Likelihood(2, ("very unlikely", "very improbable")),
        Likelihood(3, ("unlikely", "improbable")),
        Likelihood(4, ("possible", "perhaps"), forms=("possibly",)),
        Likelihood(5, ("likely", "probable"), forms=("probably",)),
        Likelihood(6, ("very likely", "very probable")),
        Likelihood(7, ("almost certain",), forms=("almost certainly",)),
    ),
    note="The words stand in order. They have no percentages, because the author gave none.",
)

#: The scales that a book may name without defining them.
SCALES: Final[Mapping[str, Scale]] = {scale.id: scale for scale in (ICD_203, PHIA, AUTHOR)}
