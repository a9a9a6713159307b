// Who is held responsible: who says it, through whom, and who tells it.

function chainBlock(event, cite) {
  const claims = merged(event.responsibilities);
  if (!claims.length) return null;
  return [el("h3", {}, "Responsibility"), claims.map((claim) => chain(claim, cite))];
}

/** Claims of one party, of one stance, through one channel are one chain. */
function merged(claims) {
  const rows = new Map();
  for (const claim of claims) {
    const whom = claim.stance === "blames" ? "" : claim.responsible && claim.responsible.index;
    const key = [claim.stance, whom, claim.by && claim.by.index, claim.via && claim.via.index].join("|");
    const row = rows.get(key) || { ...claim, marks: [], reports: [], held: [] };
    row.held = unique([...row.held, claim.responsible]);
    row.marks.push(...claim.marks);
    row.reports.push(...claim.reports);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => ["claims", "blames", "denies"].indexOf(a.stance) - ["claims", "blames", "denies"].indexOf(b.stance));
}

function chain(claim, cite) {
  const name = (node) => (node ? words(node.label) : "someone unnamed");
  const said = claim.stance === "blames" ? [claim.by ? name(claim.by) : "The report", " ", el("span", { class: "blames" }, "blames"), " ", claim.held.map((node, i) => [i ? ", " : "", name(node)])]
    : [name(claim.responsible), " ", el("span", { class: claim.stance }, STANCE_WORDS[claim.stance] || claim.stance)];
  const chip = (label, node) => node && el("li", {}, el("span", { class: "chip" }, label && el("small", {}, `${label} `), words(node.label)));
  const tellers = unique(claim.reports.map((r) => r.outlet));
  const steps = [chip("", claim.by), chip("via", claim.via), tellers.length ? el("li", {}, el("span", { class: "told" }, "told by"), tellers.map((t) => [" ", el("span", { class: "chip" }, words(t.label))])) : null];
  return el("div", { class: "chain" }, el("p", {}, el("span", { class: "who" }, said), cite(claim.marks, "responsibility", "Responsibility")), el("ol", {}, steps));
}
