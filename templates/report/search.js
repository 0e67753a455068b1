// Search the site's own index. Everything found is written as text; nothing is ever read as HTML.
(function () {
  "use strict";
  var SHOWN = 40;
  var AROUND = 90;
  var query = (new URLSearchParams(window.location.search).get("q") || "").slice(0, 200).trim();
  var status = document.getElementById("pb-search-status");
  var results = document.getElementById("pb-search-results");

  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function holdsAll(words) {
    return function (entry) {
      var text = plain(entry.page + " " + entry.title + " " + entry.text);
      return words.every(function (word) {
        return text.includes(word);
      });
    };
  }

  // The place of a word in the text as it was written; unknown where folding changed the number of characters.
  function placeOf(word, text) {
    var folded = text.toLowerCase();
    return folded.length === text.length ? folded.indexOf(word) : -1;
  }

  function excerpt(text, word) {
    var at = placeOf(word, text);
    var part = document.createElement("p");
    part.dir = "auto";
    if (at < 0) {
      part.textContent = text.slice(0, 2 * AROUND) + (text.length > 2 * AROUND ? " …" : "");
      return part;
    }
    var from = Math.max(0, at - AROUND);
    var to = Math.min(text.length, at + word.length + AROUND);
    var mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + word.length);
    part.append((from ? "… " : "") + text.slice(from, at), mark, text.slice(at + word.length, to) + (to < text.length ? " …" : ""));
    return part;
  }

  function item(entry, word) {
    var line = document.createElement("li");
    var link = document.createElement("a");
    link.href = entry.href;
    link.textContent = entry.title ? entry.page + " › " + entry.title : entry.page;
    line.append(link);
    if (entry.text) line.append(excerpt(entry.text, word));
    return line;
  }

  var field = document.getElementById("pb-query");
  if (field) field.value = query;
  if (!query) {
    status.textContent = "Write a word into the search field.";
    return;
  }
  var words = plain(query).split(/\s+/).filter(Boolean);
  var found = (window.purposebookIndex || []).filter(holdsAll(words));
  status.textContent = found.length === 0 ? "Nothing found for “" + query + "”." : (found.length === 1 ? "One place" : found.length + " places") + " found for “" + query + "”.";
  found.slice(0, SHOWN).forEach(function (entry) {
    results.append(item(entry, words[0]));
  });
})();
