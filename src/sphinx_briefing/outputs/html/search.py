"""The search index of an incremental build, equal to that of a clean one.

Stock Sphinx forgets the index entries of pages that it does not read again, and keeps words that no page has any more.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.search import IndexBuilder


class SearchIndex(IndexBuilder):
    """Sphinx's index with nothing lost on loading and nothing stale after pruning."""

    def __init__(self, env: BuildEnvironment, lang: str, options: dict[str, str], scoring: str) -> None:
        super().__init__(env, lang, options, scoring)
        self._domains = _Domains(env)  # type: ignore[assignment]  # all that is asked of it is `sorted`
        # Stock Sphinx forgets every stem after each page; most words of a book stand on many.
        self.lang.stem = functools.cache(self.lang.stem)  # type: ignore[method-assign]

    def load(self, stream: Any, format: Any) -> None:
        """Load an index that was dumped, its index entries included."""
        kept = _Kept(self.formats[format] if isinstance(format, str) else format)
        super().load(stream, kept)
        names = kept.frozen["docnames"]
        entries: dict[str, list[tuple[str, str, str]]] = {name: [] for name in names}
        for entry, places in kept.frozen.get("indexentries", {}).items():
            for number, identifier, main in places:
                entries[names[number]].append((entry, identifier, "main" if main else ""))
        self._index_entries = {name: sorted(found) for name, found in entries.items()}

    def prune(self, docnames: Iterable[str]) -> None:
        """Keep only what `docnames` hold."""
        kept = set(docnames)
        super().prune(kept)
        for mapping in (self._mapping, self._title_mapping):
            for word in [word for word, pages in mapping.items() if not pages]:
                del mapping[word]
        self._index_entries = {page: entries for page, entries in self._index_entries.items() if page in kept}

    def freeze(self) -> dict[str, Any]:
        """The index as it is dumped; index entries in an order of their own, not that in which pages were written."""
        frozen = super().freeze()
        frozen["indexentries"] = {entry: sorted(places) for entry, places in frozen["indexentries"].items()}
        return frozen


class _Kept:
    """A format that remembers what it loaded."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.frozen: dict[str, Any] = {}

    def load(self, stream: Any) -> dict[str, Any]:
        found = self._inner.load(stream)
        self.frozen = found if isinstance(found, dict) and "docnames" in found else {"docnames": []}
        return found  # type: ignore[no-any-return]  # whatever it is, Sphinx checks it


class _Domains:
    """The domains, ours with its objects nameless: stock Sphinx shortens an anchor that is made of an object's type and
    name, and its script then makes it anew from the title, which is another word here.
    """

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env

    def sorted(self) -> Iterator[Any]:
        for domain in self._env.domains.sorted():
            yield _Nameless(domain) if domain.name == "brief" else domain


class _Nameless:
    """A domain whose objects have a title, a place and no name."""

    def __init__(self, domain: Domain) -> None:
        self.name, self.object_types, self.get_type_name = domain.name, domain.object_types, domain.get_type_name
        self._domain = domain

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        return (("", *rest) for _name, *rest in self._domain.get_objects())  # type: ignore[misc]  # six again
