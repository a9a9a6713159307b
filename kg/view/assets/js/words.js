// How the graph's terms are worded.

const FAMILIES = [
  ["attack", "Attacks", ["Attack"]],
  ["fighting", "Fighting", ["Clash", "Offensive", "Seizure", "Conflict"]],
  ["civil", "Civil", ["Arrest", "Protest", "Displacement"]],
  ["talks", "Talks", ["Negotiation", "Agreement"]],
  ["speech", "Statements", ["Statement"]],
  ["other", "Other", []],
];
const ROLE_WORDS = {
  agent: "By", attributedTo: "Attributed to", target: "Target", victim: "Victims", weapon: "Weapon", method: "Method",
  place: "Place", speaker: "Speaker", affiliation: "For",
};
const BOUND_WORDS = { atLeast: "at least", moreThan: "more than", approximately: "about", nearly: "nearly", upTo: "up to" };
const STANCE_WORDS = { claims: "claims it", denies: "denies it", blames: "blames" };
const FINDING_WORDS = { Contradiction: "Contradiction", SumMismatch: "Sum", UnitMismatch: "Unit", Finding: "Note" };
const INDEFINITE = new Map([[24, "dozens"], [40, "scores"], [200, "hundreds"], [2000, "thousands"], [2000000, "millions"]]);

const grouped = new Intl.NumberFormat("en-GB");
const number = (n) => grouped.format(n);
const plural = (n, one, many) => `${number(n)} ${n === 1 ? one : many || `${one}s`}`;

/** "ArmedAttack" as "armed attack". */
const spaced = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A date in the graph's precision: "2016", "2016-05", "2016-05-23", with an hour or without. */
function dateWords(text) {
  const parts = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?)?/.exec(text || "");
  if (!parts) return text || "";
  const [, year, month, day, hour, zone] = parts;
  const name = month && ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"][month - 1];
  const date = [day && String(Number(day)), name, year].filter(Boolean).join(" ");
  return hour ? `${date}, ${hour}${zone === "Z" ? " UTC" : zone || ""}` : date;
}

/** A figure as its claim bounds it: "at least 41", "24 or more". */
function figureWords(claim) {
  if (claim.figure !== undefined) return [BOUND_WORDS[claim.bound], number(claim.figure)].filter(Boolean).join(" ");
  if (claim.upper === undefined) return INDEFINITE.get(claim.lower) || `${number(claim.lower || 0)} or more`;
  return claim.lower === claim.upper ? number(claim.lower) : `${number(claim.lower || 0)}–${number(claim.upper)}`;
}
