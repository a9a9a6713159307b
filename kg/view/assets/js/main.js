// Everything is started once; from then on the views hear of changes.

/** An event can be named in the address: #event/... opens it. */
function fromAddress() {
  const name = decodeURIComponent(location.hash.slice(1));
  const event = name && events.find((e) => e.id.endsWith(`/${name}`));
  if (event && event !== state.event) read(event);
}

function toAddress() {
  const name = state.event ? addressOf(state.event) : "";
  const hash = name ? `#${encodeURI(name)}` : "";
  if (location.hash !== hash && (hash || location.hash.includes("/"))) history.replaceState(null, "", hash || "#");
}

startFilters();
startList();
startReading();
startMap();
startTimeline();
startNetwork();
onChange((changed) => { if (changed === "event") toAddress(); });
tell("start");
fromAddress();
window.addEventListener("hashchange", fromAddress);
document.documentElement.setAttribute("data-ready", "yes");
