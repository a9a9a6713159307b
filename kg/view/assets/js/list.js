// The list of filtered events: the same as the pictures, in words; a page of rows at a time.

const ROWS = 100;
const COLUMNS = [
  { name: "When", key: (e) => (e.dated ? e.start : Infinity) }, { name: "Event", key: (e) => e.headline.toLowerCase() },
  { name: "Killed", key: (e) => (e.killed ? -e.killed.high : 1), number: true }, { name: "Sources", key: (e) => -e.sources.size, number: true },
];
const listView = { root: byId("list"), rows: ROWS, column: COLUMNS[0], down: false };

function startList() {
  listView.body = el("tbody");
  listView.heads = COLUMNS.map((column) => el("th", { scope: "col", class: column.number && "number" },
    el("button", { type: "button", onclick: () => sortBy(column) }, column.name, el("span", { "aria-hidden": "true" }))));
  listView.more = el("button", { type: "button", class: "button more", onclick: showMore });
  const table = el("table", { "aria-labelledby": "list-title" }, el("thead", {}, el("tr", {}, listView.heads)), listView.body);
  listView.root.append(table, listView.more);
  onChange((changed) => (changed === "event" ? markCurrent(true) : drawList()));
}

function sortBy(column) {
  listView.down = listView.column === column && !listView.down;
  listView.column = column;
  drawList();
}

function inOrder() {
  const { key } = listView.column;
  const sign = listView.down ? -1 : 1;
  const last = (k) => k === Infinity;
  const sorted = visible.map((event) => [key(event), event]).sort(([a], [b]) => last(a) - last(b) || sign * ((a > b) - (a < b)));
  return sorted.map(([, event]) => event);
}

function drawList() {
  listView.rows = ROWS;
  listView.order = inOrder();
  listView.heads.forEach((head, i) => {
    const on = COLUMNS[i] === listView.column;
    head.setAttribute("aria-sort", on ? (listView.down ? "descending" : "ascending") : "none");
    head.querySelector("span").textContent = on ? (listView.down ? " ▼" : " ▲") : "";
  });
  listView.body.replaceChildren(...listView.order.slice(0, ROWS).map(listRow));
  listView.root.scrollTop = 0;
  afterRows();
  markCurrent(false);
}

function showMore() {
  const next = listView.order.slice(listView.rows, listView.rows + ROWS).map(listRow);
  listView.rows += ROWS;
  listView.body.append(...next);
  if (next.length) next[0].querySelector("button").focus();
  afterRows();
}

function afterRows() {
  const left = listView.order.length - listView.rows;
  listView.more.hidden = left <= 0;
  listView.more.textContent = `Show ${Math.min(left, ROWS)} more of ${number(Math.max(left, 0))}`;
  byId("list-note").textContent = listView.order.length ? "" : "No event passes the filters";
}

const SURE = ["", "asserted"];
const modality = (event) => (SURE.includes(event.modality || "") ? null : event.modality);

function whenWords(event) {
  if (event.date) return dateWords(event.date);
  return event.timeText ? el("span", { class: "vague" }, "“", words(event.timeText), "”") : el("span", { class: "vague" }, "not said");
}

function killedWords({ killed: count }) {
  if (!count) return "";
  const range = count.low === count.high ? number(count.low) : `${number(count.low)}–${number(count.high)}`;
  return count.open ? `${range}+` : range;
}

function listRow(event) {
  const odd = modality(event);
  const open = () => read(event);
  const row = el("tr", { onclick: open },
    el("td", { class: "when" }, whenWords(event)),
    el("td", {}, el("i", { class: `swatch ${event.family}` }), " ",
      el("button", { type: "button", class: "open", onclick: (e) => { e.stopPropagation(); open(); } }, words(event.headline)),
      odd && el("span", { class: "badge odd" }, odd), event.told && el("span", { class: "words" }, "“", words(shorten(event.told, 48)), "”")),
    el("td", { class: "number" }, killedWords(event)), el("td", { class: "number" }, event.sources.size));
  row.event = event;
  return row;
}

function markCurrent(scroll) {
  for (const row of listView.body.children) {
    const on = row.event === state.event;
    row.classList.toggle("current", on);
    row.querySelector(".open").setAttribute("aria-current", on ? "true" : "false");
    if (on && scroll && listView.root.clientHeight) keepInSight(row);
  }
}

function keepInSight(row) {
  const { root } = listView;
  const above = row.offsetTop - 30 < root.scrollTop;
  if (above) root.scrollTop = row.offsetTop - 30;
  else if (row.offsetTop + row.offsetHeight > root.scrollTop + root.clientHeight) root.scrollTop = row.offsetTop + row.offsetHeight - root.clientHeight;
}
