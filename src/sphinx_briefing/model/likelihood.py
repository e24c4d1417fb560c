"""Words of estimative probability, as Intelligence Community Directive 203 (2015) lists them.

ICD 203, "Analytic Standards", section D.6.e.(2)(a): seven steps, each with two rows of words that must not be mixed.
The figures are the directive's; a text older than 2015 is read against them, not bound by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NONE_STATED: Final = "none stated"


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A step of the scale: 1 to 7, the word shown, its synonym, and the range in percent."""

    step: int
    word: str
    synonym: str
    low: int
    high: int

    @property
    def key(self) -> str:
        """The word as an identifier: `very-unlikely`."""
        return self.word.replace(" ", "-")


SCALE: Final = (
    Likelihood(1, "almost no chance", "remote", 1, 5),
    Likelihood(2, "very unlikely", "highly improbable", 5, 20),
    Likelihood(3, "unlikely", "improbable", 20, 45),
    Likelihood(4, "roughly even chance", "roughly even odds", 45, 55),
    Likelihood(5, "likely", "probable", 55, 80),
    Likelihood(6, "very likely", "highly probable", 80, 95),
    Likelihood(7, "almost certain", "nearly certain", 95, 99),
)

_STEPS: Final = {word: step for step in SCALE for word in (step.word, step.synonym)}

#: Every likelihood an editor may write: both rows of the scale, and the admission that the author gave none.
LIKELIHOODS: Final = (*_STEPS, NONE_STATED)


def on_scale(word: str) -> Likelihood | None:
    """The step that `word` (of `LIKELIHOODS`) names, or None for "none stated"."""
    return _STEPS.get(word)
