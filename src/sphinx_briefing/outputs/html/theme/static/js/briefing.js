/* Everything here adds comfort; every page is whole without it.
   1 color scheme   2 all evidence at once   3 preview cards (WCAG 1.4.13)   4 quick switcher */
"use strict";
(function () {
  const page = document.documentElement;
  const root = page.dataset.content_root || "";
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const make = (tag, cls, text) => {
    const node = document.createElement(tag);
    if (cls) node.className = cls;
    if (text) node.textContent = text;
    return node;
  };
  const stored = (key) => { try { return localStorage.getItem(key); } catch (e) { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch (e) { /* closed */ } };

  /* Entities come as a script file, on first need: fetch() is closed under file:. */
  let wanted;
  const entities = () => (wanted ||= new Promise((done) => {
    if (window.BRIEFING_ENTITIES) { done(window.BRIEFING_ENTITIES); return; }
    const script = make("script");
    script.src = root + "entities.js";
    script.onload = script.onerror = () => done(window.BRIEFING_ENTITIES || {});
    document.head.append(script);
  }));

  /* 1 ---------------------------------------------------------------- */
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.scheme ? page.dataset.scheme === "dark" : dark.matches);
  const button = document.querySelector(".scheme");
  if (button) {
    const label = () => {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", button.textContent + " color scheme");
    };
    button.hidden = false;
    label();
    dark.addEventListener("change", label);
    button.addEventListener("click", () => {
      page.dataset.scheme = isDark() ? "light" : "dark";
      store("briefing-scheme", page.dataset.scheme);
      label();
    });
  }

  /* 2 ---------------------------------------------------------------- */
  const notes = all("details.evidence");
  const before = [".status", ".answer", "h1"].map((s) => document.querySelector("main " + s)).find(Boolean);
  if (notes.length > 1 && before) {
    const open = make("button", "openall", "Open all evidence");
    open.type = "button";
    open.setAttribute("aria-pressed", "false");
    open.addEventListener("click", () => {
      const wide = open.getAttribute("aria-pressed") !== "true";
      notes.forEach((d) => { d.open = wide; });
      open.setAttribute("aria-pressed", String(wide));
    });
    before.after(open);
  }
  addEventListener("beforeprint", () => notes.forEach((d) => { d.open = true; }));

  /* 3 ---------------------------------------------------------------- */
  const card = make("div", "card");
  card.id = "card";
  card.setAttribute("role", "tooltip");
  if ("popover" in card) {
    card.popover = "manual";
    document.body.append(card);
    let owner = null, timer = 0;
    const hide = () => {
      clearTimeout(timer);
      if (!owner) return;
      owner.removeAttribute("aria-describedby");
      owner = null;
      card.hidePopover();
    };
    const place = (link) => {
      const r = link.getClientRects()[0], c = card.getBoundingClientRect();
      const below = r.bottom + c.height + 12 < innerHeight || r.top < c.height + 12;
      card.style.left = Math.max(16, Math.min(r.left, page.clientWidth - c.width - 16)) + scrollX + "px";
      card.style.top = (below ? r.bottom + 4 : r.top - c.height - 4) + scrollY + "px";
    };
    const show = async (link) => {
      const entity = (await entities())[link.dataset.card];
      if (!entity || link === owner) return;
      hide();
      const [, title, kind, line, extra] = entity;
      card.replaceChildren(make("p", "k", kind), make("p", "t", title), make("p", "", line));
      if (extra) card.append(make("p", "x", extra));
      owner = link;
      link.setAttribute("aria-describedby", "card");
      card.showPopover();
      place(link);
    };
    const soon = (fn, ms) => { clearTimeout(timer); timer = setTimeout(fn, ms); };
    const target = (ev) => ev.target.closest && ev.target.closest("a[data-card]");
    document.addEventListener("pointerover", (ev) => {
      if (ev.pointerType === "touch") return;
      const link = target(ev);
      if (link) soon(() => show(link), link === owner ? 0 : 350);
      else if (card.contains(ev.target)) clearTimeout(timer);
      else if (owner) soon(hide, 250);
      else clearTimeout(timer);
    });
    document.addEventListener("focusin", (ev) => {
      const link = target(ev);
      if (link && link.matches(":focus-visible")) show(link);
      else hide();
    });
    document.addEventListener("keydown", (ev) => { if (ev.key === "Escape") hide(); });
    document.addEventListener("pointerdown", (ev) => { if (!card.contains(ev.target)) hide(); });
  }

  /* 4 ---------------------------------------------------------------- */
  const LIMIT = 40; /* rows drawn at once: a shelf may hold thousands */
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  let box;
  const build = (list) => {
    box = make("dialog", "switch");
    box.setAttribute("aria-label", "Go to");
    const label = make("label", "", "Go to an actor, issue, part or term");
    const input = make("input");
    const ul = make("ul");
    input.type = "text";
    input.id = "switch-q";
    label.htmlFor = input.id;
    input.autocomplete = "off";
    input.spellcheck = false;
    for (const [k, v] of [["role", "combobox"], ["aria-expanded", "true"], ["aria-controls", "switch-l"], ["aria-autocomplete", "list"]]) input.setAttribute(k, v);
    ul.id = "switch-l";
    ul.setAttribute("role", "listbox");
    ul.setAttribute("aria-label", "Matches");
    const rows = Object.entries(list).map(([key, e]) => ({ key, e, text: fold([e[1], e[2], key, e[4]].join(" ")), head: fold(e[1]) }));
    const draw = ({ key, e }) => {
      const li = make("li"), a = make("a", "", e[1]);
      li.setAttribute("role", "none");
      a.id = "go-" + key;
      a.href = root + e[0];
      a.tabIndex = -1;
      a.setAttribute("role", "option");
      a.setAttribute("aria-selected", "false");
      a.append(make("span", "", e[2]));
      li.append(a);
      return li;
    };
    let shown = [], at = 0;
    const pick = (i) => {
      if (shown[at]) shown[at].setAttribute("aria-selected", "false");
      at = Math.max(0, Math.min(i, shown.length - 1));
      if (!shown.length) { input.removeAttribute("aria-activedescendant"); return; }
      shown[at].setAttribute("aria-selected", "true");
      shown[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", shown[at].id);
    };
    const filter = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const found = rows.filter((r) => words.every((w) => r.text.includes(w)));
      if (words.length) found.sort((x, y) => y.head.startsWith(words[0]) - x.head.startsWith(words[0]));
      const items = found.slice(0, LIMIT).map(draw);
      ul.replaceChildren(...items);
      shown = items.map((li) => li.firstChild);
      pick(0);
    };
    input.addEventListener("input", filter);
    input.addEventListener("keydown", (ev) => {
      if (ev.key === "ArrowDown") pick(at + 1);
      else if (ev.key === "ArrowUp") pick(at - 1);
      else if (ev.key === "Enter") {
        if (shown[at]) { const to = shown[at]; box.close(); to.click(); } else location.href = root + "search.html?q=" + encodeURIComponent(input.value);
      } else return;
      ev.preventDefault();
    });
    box.addEventListener("click", (ev) => { if (ev.target === box) box.close(); });
    /* WCAG 2.1.4: a one-key shortcut must be one that the reader can turn off. */
    const foot = make("p", "", "↑ ↓ to move, Enter to open, Esc to close. "), off = make("input"), offLabel = make("label", "", " The key / opens this box");
    off.type = "checkbox";
    off.checked = stored("briefing-slash") !== "off";
    off.addEventListener("change", () => store("briefing-slash", off.checked ? "on" : "off"));
    offLabel.prepend(off);
    foot.append(offLabel);
    box.append(label, input, ul, foot);
    document.body.append(box);
    box.reset = () => { input.value = ""; filter(); };
  };
  const open = async () => {
    if (!box) build(await entities());
    if (!box.open) box.showModal();
    box.reset();
  };
  const find = document.querySelector(".find");
  if (find) find.addEventListener("click", (ev) => { if (!ev.metaKey && !ev.ctrlKey) { ev.preventDefault(); open(); } });
  document.addEventListener("keydown", (ev) => {
    const typing = ev.target.closest("input, textarea, select, [contenteditable]");
    const slash = ev.key === "/" && !typing && !ev.ctrlKey && !ev.metaKey && !ev.altKey && stored("briefing-slash") !== "off";
    if (slash || (ev.key.toLowerCase() === "k" && (ev.ctrlKey || ev.metaKey))) {
      ev.preventDefault();
      open();
    }
  });
})();
