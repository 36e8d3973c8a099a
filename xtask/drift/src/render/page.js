"use strict";
(() => {
  const form = document.querySelector("form");
  const articles = [...document.querySelectorAll("article")];
  const count = document.getElementById("count");
  const show = () => {
    const data = new FormData(form);
    const classes = data.getAll("class");
    const operation = data.get("operation");
    const words = data.get("words").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const article of articles) {
      const operations = article.dataset.operations.split("\n");
      const text = article.dataset.text;
      const fits = article.dataset.class.split(" ").some((name) => classes.includes(name))
        && (!operation || operations.includes(operation))
        && words.every((word) => text.includes(word));
      article.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const section of document.querySelectorAll("section:not(.yours)")) {
      section.hidden = !section.querySelector("article:not([hidden])");
    }
    count.textContent = `${shown} of ${articles.length} shown`;
  };
  // A link can hold a filter: report.html#class=request-break&words=email
  const asked = new URLSearchParams(location.hash.slice(1));
  form.elements.words.value = asked.get("words") ?? "";
  form.elements.operation.value = asked.get("operation") ?? "";
  if (asked.has("class")) {
    for (const box of form.querySelectorAll("input[name=class]")) {
      box.checked = asked.getAll("class").includes(box.value);
    }
  }
  for (const article of articles) {
    article.dataset.text = article.textContent.toLowerCase();
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
