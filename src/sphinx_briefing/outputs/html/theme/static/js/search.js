/* What the search page adds to Sphinx's search: entities by name, no fetch under file:, summaries from our pages. */
"use strict";
(function () {
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

  /* A summary is cut from the part that was hit, without numbers and marks that only serve the page. */
  Search.htmlToText = (source, anchor) => {
    const other = new DOMParser().parseFromString(source, "text/html");
    other.querySelectorAll(".no, .vh, .status, .prevnext, script").forEach((node) => node.remove());
    const main = other.querySelector("main") || other.body;
    const hit = anchor ? other.getElementById(anchor.slice(1)) : null;
    const part = hit && (hit.closest("section, .statement, li, dl") || hit);
    const text = ((part && part !== main && part.textContent) || main.textContent).replace(/\s+/g, " ").trim();
    return text || "\u2026";
  };

  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const root = document.documentElement.dataset.content_root || "";
  const make = (tag, text, parent) => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (parent) parent.append(node);
    return node;
  };

  const show = (all, query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    const found = Object.entries(all || {}).filter(([key, e]) => {
      const text = fold([key, e[1], e[2], e[3], e[4]].join(" "));
      return words.every((w) => text.includes(w));
    });
    if (!words.length || !found.length) return;
    const named = (e) => fold(e[1][1]).includes(words[0]);
    found.sort((a, b) => named(b) - named(a));
    const out = document.getElementById("named-results");
    make("h2", "Actors, issues and terms", out);
    const list = make("ul", "", out);
    for (const [, e] of found.slice(0, 12)) {
      const li = make("li", "", list);
      make("a", e[1], li).href = root + e[0];
      make("span", e[2], li);
      if (e[3]) make("p", e[3], li).className = "line";
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const query = new URLSearchParams(location.search).get("q");
    if (!query) { document.getElementById("q").focus(); return; }
    const script = document.createElement("script");
    script.src = root + "entities.js";
    script.onload = () => show(window.BRIEFING_ENTITIES, query);
    document.head.append(script);
  });
})();
