/* Runs before the first paint: the reader's chosen scheme, if any. */
(function () {
  try {
    var scheme = localStorage.getItem("briefing-scheme");
    if (scheme === "dark" || scheme === "light") document.documentElement.dataset.scheme = scheme;
  } catch (e) { /* storage may be closed under file: */ }
})();
