"""Floor 4: what Sphinx reads becomes facts by page; the Book is frozen from them; references are resolved."""

from __future__ import annotations

from sphinx_briefing.domain.brief import BriefDomain, brief_domain

__all__ = ["BriefDomain", "brief_domain"]
