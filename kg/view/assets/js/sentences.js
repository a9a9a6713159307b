// The sentences behind an event, report by report, numbered, with the words that bear each statement out marked.

const KIND_WORDS = { event: "the event", figure: "figures", responsibility: "responsibility", role: "who, where, when", speech: "statements" };

const inReadingOrder = (a, b) => (a.report ? a.report.index : -1) - (b.report ? b.report.index : -1) || a.begin - b.begin;

/** All marks that a page on the event may cite. */
function marksOf(event) {
  const claims = [...withParts(event).flatMap((scope) => scope.rows), ...event.responsibilities, ...event.stated];
  return [event, ...event.statements, ...claims].flatMap((c) => c.marks);
}

class Notes {
  constructor(event) {
    const order = unique(marksOf(event).map(([s]) => sentences[s])).sort(inReadingOrder);
    this.numbers = new Map(order.map((sentence, i) => [sentence, i + 1]));
    this.marks = new Map(order.map((sentence) => [sentence, []]));
  }

  /** Takes up marks; gives back buttons that lead to their sentences. */
  cite(marks, kind, label) {
    const cited = marks.map(([s]) => this.numbers.get(sentences[s]));
    for (const [s, begin, end] of marks) this.marks.get(sentences[s]).push({ begin, end, kind, label });
    const button = (n) => el("button", { type: "button", class: "cite", "aria-label": `Sentence ${n}`, onclick: () => showSentence(n) }, `[${n}]`);
    return [...new Set(cited)].sort((a, b) => a - b).map(button);
  }
}

function showSentence(n) {
  const item = byId(`sentence-${n}`);
  item.scrollIntoView({ block: "center" });
  item.classList.add("flash");
  item.focus();
  setTimeout(() => item.classList.remove("flash"), 1600);
}

function sentencesBlock(notes) {
  const order = [...notes.numbers.keys()];
  if (!order.length) return null;
  const byReport = d3.group(order, (s) => s.report);
  const kinds = unique([...notes.marks.values()].flat().map((m) => m.kind));
  const key = el("p", { class: "legend keys" }, Object.keys(KIND_WORDS).filter((k) => kinds.includes(k)).map((k) => el("mark", { class: k }, KIND_WORDS[k])));
  return [el("h3", {}, "The sentences behind"), key, [...byReport].map(([report, list]) => [reportLine(report),
    el("ul", { class: "sentences" }, list.map((s) => sentenceItem(s, notes)))])];
}

function reportLine(report) {
  if (!report) return null;
  const name = el("cite", {}, words(report.title || "Untitled report"));
  const safe = /^https?:\/\//i.test(report.url || "");
  const about = [report.outlet && words(report.outlet.label), report.issued && dateWords(report.issued)].filter(Boolean);
  return el("p", { class: "source" }, safe ? el("a", { href: report.url, rel: "noopener noreferrer", target: "_blank" }, name) : name,
    el("span", {}, about.map((part) => [" · ", part])));
}

function sentenceItem(sentence, notes) {
  const n = notes.numbers.get(sentence);
  const missing = el("span", { class: "vague" }, `not passed on; character ${number(sentence.begin)} of the report`);
  return el("li", { id: `sentence-${n}`, tabindex: -1 }, el("span", { class: "no" }, `[${n}]`),
    el("span", { dir: "auto" }, sentence.text ? marked(sentence.text, notes.marks.get(sentence)) : missing));
}

/** The text cut at every mark's ends; a piece under several marks takes the colour of the shortest. Offsets count code points. */
function marked(text, marks) {
  const letters = [...text];
  const clamp = (n) => Math.max(0, Math.min(letters.length, n));
  const cuts = [...new Set([0, letters.length, ...marks.flatMap((m) => [clamp(m.begin), clamp(m.end)])])].sort((a, b) => a - b);
  return d3.pairs(cuts).map(([from, to]) => {
    const piece = letters.slice(from, to).join("");
    const over = marks.filter((m) => m.begin <= from && m.end >= to).sort((a, b) => a.end - a.begin - (b.end - b.begin));
    if (!over.length) return piece;
    const labels = unique(over.map((m) => m.label));
    return el("mark", { class: over[0].kind, title: labels.join("; ") }, piece);
  });
}
