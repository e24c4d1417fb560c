/* Measures one open page. Returns plain values; judges nothing. */
() => {
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const tidy = (s) => s.replace(/\s+/g, " ").trim();
  const name = (el) => {
    const own = el.tagName.toLowerCase() + (el.id ? "#" + el.id : "") + (el.classList.length ? "." + Array.from(el.classList).join(".") : "");
    return `${own} "${tidy(el.textContent).slice(0, 40)}"`;
  };
  const page = document.documentElement;

  /* --- what runs over the right edge, outside of regions that scroll by themselves */
  const scrolls = (el) => /auto|scroll/.test(getComputedStyle(el).overflowX);
  const held = (el) => { for (let up = el.parentElement; up; up = up.parentElement) if (scrolls(up)) return true; return false; };
  const wide = () => all("body *").filter((el) => el.getBoundingClientRect().right > page.clientWidth + 1 && !held(el)).slice(0, 5).map(name);
  const width = (when) => ({ when, page: page.scrollWidth, window: innerWidth, wide: page.scrollWidth > innerWidth ? wide() : [] });
  const widths = [width("as opened")];
  const closed = all("details:not([open])");
  closed.forEach((d) => { d.open = true; });
  widths.push(width("all evidence open"));
  const regions = all("body *").filter((el) => scrolls(el) && el.scrollWidth > el.clientWidth + 1).map(name);

  /* --- structure */
  const ids = all("[id]").map((el) => el.id);
  const headings = all("h1, h2, h3, h4, h5, h6").map((h) => [Number(h.tagName[1]), tidy(h.textContent)]);
  const judgments = all("section").filter((s) => s.querySelector(":scope > div.judgment")).map((s) => ({
    id: s.id, title: tidy((s.querySelector(":scope > h2, :scope > h3, :scope > h4") || s).textContent), word: tidy((s.querySelector(".likelihood .word") || s).textContent),
  }));

  /* --- contrast of every piece of text that shows */
  const unknown = new Set();
  const color = (said) => {
    const found = said.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
    if (!found) { unknown.add(said); return [0, 0, 0, 0]; }
    return [Number(found[1]), Number(found[2]), Number(found[3]), found[4] === undefined ? 1 : Number(found[4])];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const ground = (el) => {
    const coats = [];
    for (let up = el; up; up = up.parentElement) {
      const coat = color(getComputedStyle(up).backgroundColor);
      if (coat[3] > 0) coats.push(coat);
      if (coat[3] === 1) break;
    }
    const dark = getComputedStyle(page).colorScheme === "dark" || (getComputedStyle(page).colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    return coats.reverse().reduce((below, top) => over(top, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  };
  const light = (c) => {
    const [r, g, b] = c.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => { const [hi, lo] = [light(a), light(b)].sort((x, y) => y - x); return (hi + 0.05) / (lo + 0.05); };
  const kind = (el) => {
    if (el.closest(".verified, .severity, [class*='sd-badge'], .stance, .likelihood, .layer-label, .layer-word")) return "badge";
    if (el.closest(".muted, .kicker, .status dt, .foot")) return "muted";
    if (el.closest("a")) return "link";
    return el.closest("main p") ? "body" : "other";
  };
  const least = {};
  const faint = [];
  let texts = 0;
  for (const el of all("body *")) {
    if (!Array.from(el.childNodes).some((n) => n.nodeType === 3 && n.data.trim()) || el.closest("svg, script, noscript")) continue;
    const box = el.getBoundingClientRect();
    if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || box.width <= 1 || box.height <= 1 || box.right < 0) continue;
    const style = getComputedStyle(el), back = ground(el);
    const found = ratio(over(color(style.color), back), back);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    texts += 1;
    least[kind(el)] = Math.min(least[kind(el)] ?? 21, found);
    if (found < (large ? 3 : 4.5)) faint.push(`${found.toFixed(2)} ${name(el)}`);
  }

  /* --- length of lines in running text, in characters */
  const lines = [];
  for (const p of all("main p")) {
    if (parseFloat(getComputedStyle(p).fontSize) < 17 || p.closest("table, figure, dialog, .notes")) continue;
    const own = [];
    const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    let joined = false;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.parentElement.closest(".no, .vh, svg")) continue;
      for (const found of node.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        const boxes = Array.from(range.getClientRects()), whole = boxes.reduce((sum, b) => sum + b.width, 0);
        for (const b of boxes) {
          const middle = (b.top + b.bottom) / 2, last = own.at(-1), letters = Math.round(found[0].length * b.width / whole);
          if (last && Math.abs(last.middle - middle) < 10) last.count += letters + (joined && found.index === 0 ? 0 : 1);
          else own.push({ middle, count: letters });
        }
        joined = found.index + found[0].length === node.data.length;
      }
    }
    own.forEach((line) => lines.push({ count: line.count, text: tidy(p.textContent).slice(0, 50) }));
  }

  /* --- the text of the page, less what only scripts bring: the button for all evidence, the results of a search */
  const main = document.querySelector("main").cloneNode(true);
  all(".openall, noscript, #search-progress, .results", main).forEach((node) => node.remove());

  return {
    text: tidy(main.textContent),
    widths, regions, headings, judgments, least, faint, texts, lines,
    unknown: Array.from(unknown),
    lang: page.lang, title: document.title,
    mains: all("main").length,
    double: ids.filter((id, i) => ids.indexOf(id) !== i),
    empty: all("a, button, summary").filter((el) => el.checkVisibility() && !tidy(el.textContent) && !el.getAttribute("aria-label")).map(name),
    images: all("img:not([alt])").map(name),
    inline: all("[style], style, script:not([src])").map(name),
    ground: light(ground(document.body)),
  };
}
