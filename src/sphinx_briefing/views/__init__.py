"""Floor 2: questions asked of the whole Book. Each is a pure function from the Book to a frozen answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sphinx_briefing.model.book import Book
from sphinx_briefing.views.a_to_z import a_to_z
from sphinx_briefing.views.autolink import autolink
from sphinx_briefing.views.budget import ledger
from sphinx_briefing.views.changes import changes
from sphinx_briefing.views.coverage import coverage
from sphinx_briefing.views.discrepancies import discrepancies, discrepancy
from sphinx_briefing.views.dossier import dossier, position, quotation
from sphinx_briefing.views.errata import errata, erratum
from sphinx_briefing.views.figures import figures
from sphinx_briefing.views.glossary import term
from sphinx_briefing.views.identity import identity, status
from sphinx_briefing.views.imprint import imprint
from sphinx_briefing.views.judgments import judgment, judgments
from sphinx_briefing.views.matrix import matrix
from sphinx_briefing.views.mention import cite, mention
from sphinx_briefing.views.mentions import mentions
from sphinx_briefing.views.network import network
from sphinx_briefing.views.notes import notes
from sphinx_briefing.views.pair import pair
from sphinx_briefing.views.quotations import quotations
from sphinx_briefing.views.relations import relation
from sphinx_briefing.views.scale import scale
from sphinx_briefing.views.sources import page_sources, sources
from sphinx_briefing.views.timeline import timeline
from sphinx_briefing.views.withdrawal import depends_on

#: A view: the Book, the name of the page that asks, the options it asks with.
View = Callable[[Book, str, Mapping[str, str]], Any]

#: Every view by its name. The first ones are words of their own; the others belong to a statement or to the page.
VIEWS: Final[Mapping[str, View]] = {
    "dossier": dossier,
    "matrix": matrix,
    "timeline": timeline,
    "network": network,
    "judgments": judgments,
    "scale": scale,
    "mentions": mentions,
    "sources": sources,
    "coverage": coverage,
    "ledger": ledger,
    "figures": figures,
    "discrepancies": discrepancies,
    "quotations": quotations,
    "errata": errata,
    "changes": changes,
    "depends-on": depends_on,
    "a-to-z": a_to_z,
    "pair": pair,
    "imprint": imprint,
    "notes": notes,
    "position": position,
    "relation": relation,
    "judgment": judgment,
    "quotation": quotation,
    "discrepancy": discrepancy,
    "erratum": erratum,
    "term": term,
    "identity": identity,
    "status": status,
    "page-sources": page_sources,
    "autolink": autolink,
    "mention": mention,
    "cite": cite,
}
