"""`{claim}`: what a source states as fact or background."""

from __future__ import annotations

from typing import ClassVar

from sphinx_briefing.directives.base import Draft, Grammar, StatementWord
from sphinx_briefing.directives.options import statements
from sphinx_briefing.model.places import Key
from sphinx_briefing.model.statements import Claim


class ClaimWord(StatementWord):
    """A claim has an id and a body; its layer is that of the fence it stands in, else fact."""

    grammar: ClassVar = Grammar(options={"rests-on": statements("rests_on")})

    def fact(self, draft: Draft, layer: str) -> Claim:
        key = Key("claim", draft.arguments.ids[0])
        return Claim(key.id, self.place(key), layer, (), draft.citations, **draft.options)
