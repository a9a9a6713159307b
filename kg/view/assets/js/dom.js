// Elements are made here and only here: text becomes text nodes, so nothing that a report says can act as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((c) => c !== null && c !== undefined && c !== "" && c !== false));
  return element;
}

const el = (tag, properties, ...children) => fill(document.createElement(tag), properties, children);
const svg = (tag, properties, ...children) => fill(document.createElementNS(SVG, tag), properties, children);
const byId = (id) => document.getElementById(id);

/** Words that come from a report or a name: their direction stays their own. */
const words = (text, properties) => el("bdi", properties, text);

/** A link within the page: text that breaks over lines as text does. */
const link = (text, to, act) => el("a", { class: "link", href: `#${encodeURI(to)}`, onclick: (e) => { e.preventDefault(); act(); } }, words(text));

const tool = (text, label, act) => el("button", { type: "button", class: "button", "aria-label": label, title: label, onclick: act }, text);

/** Enter and space press what is drawn and not a button by nature. */
function pressable(act) {
  return (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(event);
  };
}

/** Arrow keys walk among drawn things of which one is in the order of tabs. */
function roving(root, selector) {
  root.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const all = [...root.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    if (at < 0 || !(step || event.key === "Home" || event.key === "End")) return;
    event.preventDefault();
    const next = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : (at + step + all.length) % all.length;
    all[at].setAttribute("tabindex", "-1");
    all[next].setAttribute("tabindex", "0");
    all[next].focus();
  });
}

/** Draws again when the place for it changes size, once a frame. */
function onResize(element, draw) {
  let asked = false;
  new ResizeObserver(() => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; draw(); });
  }).observe(element);
}
