"use strict";
// The page's data is read, never written; what depends on the reader is `chosen`. Text enters the page as text only.
const data = JSON.parse(document.getElementById("data").textContent);
const charts = JSON.parse(document.getElementById("charts").textContent);
const { alliances, articles, corpus, labels, quotes } = data;
const $ = (id) => document.getElementById(id);
const IN = ["founder", "member"];
const GROUPS = [
  ["founder", "Fondateurs"], ["member", "Membres"], ["joining", "Vont entrer"], ["candidate", "Candidats, pressentis"],
  ["former", "Sortis"], ["non_member", "Absents, ou qui refusent"], ["rival", "Adversaires"],
  ["associate", "Associés, observateurs"], ["supporter", "Soutiens"],
];
const FIRST = innerWidth < 600 ? 8 : 24; // names shown of a group at first
const PAGE = 12; // rows and quotes shown at a time
const TABS = 6; // alliances to pick by a button
const LINKED = { alliances: 8, organizations: 32 }; // in the network
const chosen = { alliance: alliances[0], day: corpus.last ?? "9999" };

// --- words -----------------------------------------------------------------------------------------------------

const count = (n, one, many = one + "s") => `${n.toLocaleString("fr-FR")}\u00a0${n > 1 ? many : one}`;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/[’‘]/g, "'").toLowerCase();

function french(date) { // as precise as stated: 2024, 2024-02, 2024-02-08
  if (!date) return "sans date";
  const [year, month, day] = date.split("-").map(Number);
  if (!month) return String(year);
  const options = day ? { day: "numeric", month: "long", year: "numeric" } : { month: "long", year: "numeric" };
  const words = new Intl.DateTimeFormat("fr-FR", { ...options, timeZone: "UTC" }).format(new Date(Date.UTC(year, month - 1, day || 1)));
  return words.replace(/^1 /, "1er ");
}

const whole = (date) => date + { 4: "-01-01", 7: "-01", 10: "" }[date.length]; // as a day
const words = (place) => place.text ?? articles[place.article].text.slice(place.start, place.end);
const source = (article) => [article.publisher, article.author, french(article.date)].filter(Boolean).join(", ");

function groupBy(list, key) {
  const groups = new Map();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const byName = new Intl.Collator("fr", { numeric: true }).compare;

/** An element; strings among its children become text, never HTML. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

const tag = (status) => h("span", { class: "tag", style: `--tone: var(--${status})` }, labels.status[status]);

// --- who is in -------------------------------------------------------------------------------------------------

/** What holds of an organisation on a day: the last state from that day or before. */
const stateOn = (organization, day) => organization.states.findLast((state) => state.from <= day);
const standing = (alliance, day) => alliance.organizations
  .map((organization) => ({ organization, state: stateOn(organization, day) })).filter(({ state }) => state);

function showAnswer() {
  const { alliance, day } = chosen;
  const groups = groupBy(standing(alliance, day), ({ state }) => state.status);
  const size = (status) => groups.get(status)?.length ?? 0;
  const inside = size("founder") + size("member");
  $("who-title").textContent = alliance.name;
  $("answer").replaceChildren(
    day === "9999" ? "" : `Au ${french(day)}\u202f: `, h("strong", {}, inside ? count(inside, "membre") : "aucun membre connu"),
    `, d’après ${count(alliance.articles, "article")}.`);
  const shown = GROUPS.filter(([status]) => groups.has(status));
  $("summary").replaceChildren(...shown.map(([status]) => h("li", {}, h("a", { class: "tag", href: `#group-${status}`, style: `--tone: var(--${status})` },
    `${size(status)}\u00a0${labels.status[status]}${size(status) > 1 && !labels.status[status].endsWith("s") ? "s" : ""}`))));
  const boxes = (wanted) => shown.filter(([status]) => IN.includes(status) === wanted).map(([status, title]) =>
    group(status, title, groups.get(status)));
  $("groups").replaceChildren(h("div", {}, ...boxes(true)), h("div", {}, ...boxes(false)));
}

function group(status, title, members, all = false) {
  // organisations come most told of first: of many, those are shown, by name
  const shown = (all ? [...members] : members.slice(0, FIRST)).sort((a, b) => byName(a.organization.name, b.organization.name));
  const box = h("div", { class: "group", id: `group-${status}`, style: `--tone: var(--${status})` },
    h("h3", {}, title, h("span", {}, String(members.length))),
    h("ul", {}, ...shown.map(({ organization, state }) => h("li", {}, h("button",
      { class: "name", type: "button", onclick: () => openEvidence(organization) },
      h("b", {}, organization.name, state.conflict && h("span", { class: "doubt" }, "désaccord")),
      h("small", {}, sinceWhen(state)))))));
  if (shown.length < members.length) {
    box.append(h("button", { type: "button", class: "more", onclick: () => box.replaceWith(group(status, title, members, true)) },
      `Montrer les ${members.length - shown.length} autres`));
  }
  return box;
}

function sinceWhen(state) {
  if (state.status === "former") return state.until ? `${state.until.length === 10 ? "le" : "en"} ${short(state.until)}` : "";
  return IN.includes(state.status) && state.since ? `depuis ${short(state.since)}` : "";
}

function short(date) {
  if (!date) return "";
  const [year, month, day] = date.split("-");
  return [day, month, year].filter(Boolean).join("/");
}

// --- evidence and articles -------------------------------------------------------------------------------------

function openEvidence(organization) {
  const { alliance, day } = chosen;
  const state = stateOn(organization, day);
  const statements = organization.statements.toReversed().sort((a, b) => (b.status === state.status) - (a.status === state.status));
  const others = organization.articles - new Set(statements.map((s) => s.article)).size;
  read(h("h2", { id: "reader-title" }, `${organization.name} et ${alliance.name}`),
    h("p", {}, tag(state.status), ` ${sinceWhen(state)} `, state.conflict && h("span", { class: "doubt" }, "des sources se contredisent")),
    ...statements.map((statement) => {
      const article = articles[statement.article];
      return h("div", { class: "evidence", style: `--tone: var(--${statement.status})` },
        h("p", {}, tag(statement.status), ` ${labels.certainty[statement.certainty]}`, statement.speaker && ` par ${statement.speaker}`,
          statement.date && `, daté ${french(statement.date)}`),
        h("blockquote", {}, words(statement)),
        h("p", { class: "source" }, `${article.title} (${source(article)}) `,
          h("button", { type: "button", onclick: () => openArticle(statement, () => openEvidence(organization)) }, "Lire l’article")));
    }),
    others > 0 && h("p", { class: "note" }, `${count(others, "autre article le dit", "autres articles le disent")} aussi.`));
}

/** An article with the words of `place` marked, its other statements and quotes lightly. */
function openArticle(place, back) {
  const article = articles[place.article];
  const heading = [
    back && h("button", { type: "button", onclick: back }, "← Retour"),
    h("h2", { id: "reader-title" }, article.title), h("p", { class: "source" }, `${source(article)}. Fichier\u00a0: ${article.path}`),
  ];
  if (article.text == null) {
    read(...heading, h("p", { class: "text" }, h("mark", {}, words(place))),
      h("p", { class: "note" }, "Le texte entier n’est pas dans cette page\u202f; il est dans le fichier."));
    return;
  }
  const spans = [{ ...place, as: "focus" }];
  for (const quote of quotes) if (quote.article === place.article) spans.push({ ...quote, as: "quote" });
  for (const { organizations } of alliances) {
    for (const { statements } of organizations) {
      for (const statement of statements) if (statement.article === place.article) spans.push({ ...statement, as: "told" });
    }
  }
  read(...heading, h("p", { class: "hint" }, h("mark", {}, "La preuve"), ", le reste de ce que l’article dit des alliances sur fond vert, les citations soulignées."),
    h("div", { class: "text" }, ...marked(article.text, spans)));
  $("reader").querySelector(".text mark")?.scrollIntoView({ block: "center" });
}

/** The text cut at the borders of spans, which may overlap. */
function marked(text, spans) {
  const borders = [...new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  return borders.slice(1).map((end, i) => {
    const start = borders[i];
    const kinds = new Set(spans.filter((span) => span.start <= start && span.end >= end).map((span) => span.as));
    const piece = text.slice(start, end);
    if (!kinds.size) return piece;
    const classes = [...kinds].filter((kind) => kind !== "focus").join(" ");
    return h(kinds.has("focus") ? "mark" : "span", { class: classes || null }, piece);
  });
}

function read(...children) {
  $("reader-body").replaceChildren(...children.filter(Boolean));
  if (!$("reader").open) $("reader").showModal();
  $("reader").scrollTop = 0;
}

// --- tables ----------------------------------------------------------------------------------------------------

/** A table to sort, filter and copy. A column is [title, row => text or number, row => element or nothing]. */
function table(columns, rows, open) {
  const view = { by: null, down: false, words: "", shown: PAGE };
  const cells = (row) => columns.map(([, value]) => value(row) ?? "");
  const body = h("tbody"), counter = h("span", { "aria-live": "polite" }), more = h("button", { type: "button", class: "more" });
  const heads = columns.map(([title, value], i) => h("th", { class: rows.length && typeof value(rows[0]) === "number" && "number", scope: "col" },
    h("button", { type: "button", onclick: () => { view.down = view.by === i && !view.down; view.by = i; draw(); } }, title)));
  function selected() {
    const wanted = plain(view.words).split(/\s+/).filter(Boolean);
    const kept = rows.filter((row) => { const text = plain(cells(row).join(" ")); return wanted.every((word) => text.includes(word)); });
    if (view.by == null) return kept;
    const value = columns[view.by][1];
    const compare = (a, b) => typeof a === "number" ? a - b : byName(String(a ?? ""), String(b ?? ""));
    return kept.sort((a, b) => compare(value(a), value(b)) * (view.down ? -1 : 1));
  }
  function draw() {
    const kept = selected();
    heads.forEach((head, i) => {
      head.setAttribute("aria-sort", i !== view.by ? "none" : view.down ? "descending" : "ascending");
      head.firstChild.textContent = columns[i][0] + (i !== view.by ? "" : view.down ? " ▾" : " ▴");
    });
    body.replaceChildren(...kept.slice(0, view.shown).map((row) => h("tr",
      open ? { class: "open", tabindex: 0, onclick: () => open(row), onkeydown: (event) => event.key === "Enter" && open(row) } : {},
      ...columns.map(([, value, element]) => h("td", { class: typeof value(row) === "number" && "number" },
        element ? h("span", { class: "whole" }, element(row)) : String(typeof value(row) === "number" ? value(row).toLocaleString("fr-FR") : value(row) ?? ""))))));
    counter.textContent = kept.length === rows.length ? count(rows.length, "ligne") : `${kept.length} sur ${count(rows.length, "ligne")}`;
    more.hidden = kept.length <= view.shown;
    more.textContent = `Montrer ${Math.min(PAGE, kept.length - view.shown)} lignes de plus`;
  }
  more.onclick = () => { view.shown += PAGE; draw(); };
  const copy = copyButton(() => [columns.map(([title]) => title), ...selected().map(cells)]);
  draw();
  return [h("div", { class: "tools" }, h("input", { type: "search", placeholder: "Filtrer", "aria-label": "Filtrer le tableau",
    oninput: (event) => { view.words = event.target.value; view.shown = PAGE; draw(); } }), copy, counter),
  h("div", { class: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, ...heads)), body)), more];
}

/** A button that copies lines of cells, for a spreadsheet, which must not take an article's words for a formula. */
function copyButton(lines) {
  const cell = (value) => String(value).replace(/\s+/g, " ").replace(/^[=+@-]/, "'$&");
  const button = h("button", { type: "button", onclick: async () => {
    await copyText(lines().map((line) => line.map(cell).join("\t")).join("\n"));
    button.textContent = "Copié"; setTimeout(() => { button.textContent = "Copier"; }, 1500);
  } }, "Copier");
  return button;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // a page from a file may be refused the clipboard
    const area = h("textarea", {}, text);
    document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
  }
}

const rankOf = ({ state }) => GROUPS.findIndex(([status]) => status === state.status);

function showTables() {
  const { alliance, day } = chosen;
  $("table-organizations").replaceChildren(...table([
    ["Organisation", (row) => row.organization.name], ["Nature", (row) => labels.kind[row.organization.kind]],
    ["Statut", (row) => labels.status[row.state.status], (row) => tag(row.state.status)],
    ["Fondateur", (row) => row.state.founder ? "oui" : ""], ["Depuis", (row) => row.state.since, (row) => short(row.state.since)], ["Jusqu’au", (row) => row.state.until, (row) => short(row.state.until)],
    ["Articles", (row) => row.organization.articles], ["Désaccord", (row) => row.state.conflict ? "oui" : ""],
  ], standing(alliance, day).sort((a, b) => rankOf(a) - rankOf(b)), (row) => openEvidence(row.organization)));
  $("table-timeline").replaceChildren(...table([
    ["Date", (row) => row.when, (row) => short(row.when) || "sans date"], ["Organisation", (row) => row.organization.name],
    ["Devient", (row) => labels.status[row.state.status], (row) => tag(row.state.status)],
    ["Auparavant", (row) => row.before ? labels.status[row.before.status] : ""],
  ], changes(alliance), (row) => openEvidence(row.organization)));
  $("table-claims").replaceChildren(...(alliance.claims.length ? table([
    ["Date", (row) => articles[row.article].date, (row) => short(articles[row.article].date) || "sans date"], ["Annonce", (row) => words(row)], ["Nombre", (row) => row.n],
    ["Précision", (row) => labels.qualifier[row.qualifier] || "exactement"],
    ["Comptés alors", (row) => countIn(alliance, articles[row.article].date ?? day)], ["Journal", (row) => articles[row.article].publisher],
  ], alliance.claims, openArticle) : [h("p", { class: "note" }, "Aucun article n’annonce de taille.")]));
  $("voices-lead").textContent = `${count(alliance.speakers, "personne ou organisation nommée parle", "personnes et organisations nommées parlent")} `
    + `dans les articles sur ${alliance.name}\u202f; dedans ou dehors, à la date choisie.`;
  $("table-voices").replaceChildren(...table([
    ["Qui", (row) => row.speaker], ["Fonction", (row) => row.role], ["Organisation", (row) => row.organization],
    ["Place", (row) => place(row)], ["Citations", (row) => row.quotes], ["dont nommant l’alliance", (row) => row.naming],
  ], alliance.voices, (row) => { $("speaker").value = row.speaker; $("only").checked = true; search(); $("quotes").scrollIntoView(); }));
}

/** Each change of status, as they come; what is told without a date first. */
const changes = (alliance) => alliance.organizations.flatMap((organization) => organization.states
  .map((state, i) => ({ organization, state, before: organization.states[i - 1], when: start(organization, i) }))
  .filter(({ state, before }) => state.status !== before?.status)).sort((a, b) => a.when < b.when ? -1 : Number(a.when > b.when));

/** From when a state holds. A member told of without a date is one since the first date known of, whoever tells it later. */
function start({ states }, i) {
  const { from, status } = states[i];
  return from || (IN.includes(status) && states.slice(i).find((state) => state.since)?.since) || "";
}

const countIn = (alliance, day) => standing(alliance, day).filter(({ state }) => IN.includes(state.status)).length;

/** Where a speaker stands: in the alliance (or the alliance itself), known outside, or unknown. */
function place(voice) {
  if (voice.stands_for === chosen.alliance.id) return "dedans";
  const organization = chosen.alliance.organizations.find(({ id }) => id === voice.stands_for);
  const state = organization && stateOn(organization, chosen.day);
  return !state ? "inconnu" : IN.includes(state.status) ? "dedans" : "dehors";
}

// --- charts: drawn when they come into view ----------------------------------------------------------------------

const NOW = { timeline: timelineData, sizes: sizesData, network: networkData, voices: voicesData };
const LOCALE = {
  actions: false, renderer: "svg", ast: true, logLevel: 1,
  formatLocale: { decimal: ",", thousands: "\u202f", grouping: [3], currency: ["", "\u00a0€"] },
  timeFormatLocale: {
    dateTime: "%A %e %B %Y à %X", date: "%d/%m/%Y", time: "%H:%M:%S", periods: ["AM", "PM"],
    days: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"], shortDays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
    months: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
    shortMonths: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
  },
};
const SIGN = { exact: "", at_least: "≥ ", about: "≈ ", at_most: "≤ " };
const seen = new Set();

function draw(name) {
  const { datasets, ...options } = NOW[name](chosen.alliance, chosen.day);
  const box = $("chart-" + name);
  box.hidden = !Object.values(datasets)[0].length;
  if (!box.hidden) vegaEmbed(box, { ...charts[name], ...options, datasets }, LOCALE);
}

function timelineData(alliance, day) {
  const dated = changes(alliance).filter(({ when }) => when);
  const top = new Set(dated.toSorted((a, b) => b.organization.articles - a.organization.articles).map(({ organization }) => organization).slice(0, 200));
  const kept = dated.filter(({ organization }) => top.has(organization));
  const rows = [...new Set(kept.map(({ organization }) => organization))].slice(0, 40);
  const end = day === "9999" ? corpus.last : day;
  return { height: 21 * rows.length, datasets: {
    changes: kept.filter(({ organization }) => rows.includes(organization)).map(({ organization, state, when }) => (
      { name: organization.name, date: whole(when), label: labels.status[state.status], told: french(when) })),
    stays: rows.flatMap((organization) => stays(organization, end ?? "9999")),
    at: day === "9999" ? [] : [{ date: day }],
  } };
}

function stays(organization, end) {
  return organization.states.flatMap((state, i) => {
    const from = start(organization, i), to = organization.states[i + 1]?.from;
    return IN.includes(state.status) && from && from <= end
      ? [{ name: organization.name, start: whole(from), end: whole(to && to < end && to > from ? to : end) }] : [];
  });
}

function sizesData(alliance, day) {
  const days = [...new Set(changes(alliance).map(({ when }) => when).filter(Boolean))];
  if (corpus.last) days.push(corpus.last);
  const claimed = alliance.claims.filter(({ article }) => articles[article].date);
  return { datasets: {
    counted: [...new Set(days)].sort().map((date) => ({ date: whole(date), n: countIn(alliance, date) })),
    claimed: claimed.map((claim) => ({ date: articles[claim.article].date, n: claim.n, text: words(claim), short: SIGN[claim.qualifier] + claim.n })),
  } };
}

/** The alliance chosen and those most told of; organisations at the height of their alliances. */
function networkData(alliance, day) {
  const links = [alliance, ...alliances.filter((other) => other !== alliance)].slice(0, LINKED.alliances)
    .flatMap((to) => standing(to, day).map(({ organization, state }) => ({ to, id: organization.id, name: organization.name, state })));
  const byId = groupBy(links, ({ id }) => id);
  const mine = new Set(links.filter(({ to }) => to === alliance).map(({ id }) => id));
  const rank = (id) => byId.get(id).length * 1000 + (mine.has(id) ? 100 : 0);
  const right = [...byId.keys()].sort((a, b) => rank(b) - rank(a)).slice(0, LINKED.organizations);
  const kept = links.filter(({ id }) => right.includes(id));
  const left = [...new Set(kept.map(({ to }) => to))];
  const height = (list, item) => (list.indexOf(item) + 0.5) / list.length;
  const mean = (id) => byId.get(id).reduce((sum, { to }) => sum + height(left, to), 0) / byId.get(id).length;
  right.sort((a, b) => mean(a) - mean(b));
  return { height: Math.max(200, 22 * Math.max(right.length, left.length)), datasets: {
    links: kept.map(({ to, id, name, state }) => ({ x: 0, y: height(left, to), x2: 1, y2: height(right, id),
      mine: to === alliance, label: labels.status[state.status], told: `${name}\u202f: ${labels.status[state.status]}, ${to.name}` })),
    nodes: [...left.map((to) => ({ name: to.name, side: 0, x: 0, y: height(left, to) })),
      ...right.map((id) => ({ name: byId.get(id)[0].name, side: 1, x: 1, y: height(right, id) }))],
  } };
}

function voicesData(alliance) {
  const voices = alliance.voices.slice(0, 12).map((voice) => ({ name: voice.speaker, n: voice.quotes, place: place(voice) }));
  return { height: 23 * voices.length, datasets: { voices } };
}

// --- quotes ----------------------------------------------------------------------------------------------------

const said = (quote) => quote.speaker ?? quote.speaker_text ?? "";
let searchable; // made at the first search
let shownQuotes = PAGE;

function foundQuotes() {
  searchable ??= quotes.map((quote) => plain(words(quote)));
  const wanted = plain($("words").value).split(/\s+/).filter(Boolean), speaker = plain($("speaker").value.trim());
  return quotes.filter((quote, i) => (!$("only").checked || quote.alliances.includes(chosen.alliance.id))
    && wanted.every((word) => searchable[i].includes(word))
    && plain(said(quote)).includes(speaker));
}

function search() {
  const found = foundQuotes();
  $("found").textContent = found.length ? count(found.length, "citation trouvée", "citations trouvées") : "Aucune citation : essayez moins de mots, ou tous les articles.";
  $("results").replaceChildren(...found.slice(0, shownQuotes).map((quote) => {
    const article = articles[quote.article];
    return h("li", {}, h("blockquote", {}, words(quote)),
      h("div", {}, h("span", { class: "who" }, said(quote) || "on ne sait qui"),
        quote.speaker && quote.speaker_text && plain(quote.speaker) !== plain(quote.speaker_text) ? ` (« ${quote.speaker_text} »)` : "", `, ${labels.quote[quote.kind]}`),
      h("button", { type: "button", onclick: () => openArticle(quote) }, `${article.title} (${source(article)})`));
  }));
  $("more").hidden = found.length <= shownQuotes;
  $("more").textContent = `Montrer ${Math.min(PAGE, found.length - shownQuotes)} citations de plus`;
}

// --- the page --------------------------------------------------------------------------------------------------

function choose(changed) {
  Object.assign(chosen, changed);
  $("alliance").value = alliances.indexOf(chosen.alliance);
  $("tabs").replaceChildren(...alliances.slice(0, TABS).map((alliance) => h("button",
    { type: "button", "aria-pressed": String(alliance === chosen.alliance), onclick: () => choose({ alliance }) },
    h("b", {}, alliance.name), ` ${count(countIn(alliance, chosen.day), "membre")}`)));
  const days = [...new Set([...changes(chosen.alliance).map(({ when }) => when), corpus.last])]
    .filter((day) => day && day <= (corpus.last ?? "9999")).map(whole).sort();
  $("slider").max = Math.max(0, days.length - 1);
  $("slider").value = Math.max(0, days.findLastIndex((day) => day <= chosen.day));
  $("slider").setAttribute("aria-valuetext", french(chosen.day));
  $("slider").oninput = (event) => choose({ day: days[event.target.value] });
  $("day").value = chosen.day;
  $("only-label").textContent = `articles sur ${chosen.alliance.name} seulement`;
  showAnswer();
  showTables();
  search();
  seen.forEach(draw);
}

function showCorpus() {
  const span = corpus.first ? `, du ${french(corpus.first)} au ${french(corpus.last)}` : "";
  $("corpus").textContent = `${count(corpus.articles, "article")} de presse${span}, ${count(corpus.quotes, "citation")}.`;
  const left = data.left_out;
  const lines = [
    corpus.duplicates && `${count(corpus.duplicates, "article reprend un autre et ne compte pas", "articles en reprennent d’autres et ne comptent pas")}.`,
    corpus.undated && `${count(corpus.undated, "article est sans date", "articles sont sans date")}\u202f: ce qui y est dit d’une organisation ne compte que si aucun article daté n’en parle.`,
    left.alliances && `${count(left.alliances, "alliance moins citée n’est pas montrée", "alliances moins citées ne sont pas montrées")}.`,
    left.organizations && `${count(left.organizations, "organisation moins citée n’est pas montrée", "organisations moins citées ne sont pas montrées")}.`,
    left.quotes && `${count(left.quotes, "citation n’est pas dans la page", "citations ne sont pas dans la page")}\u202f: restent celles des articles sur les alliances, dont on sait qui parle.`,
    left.texts && `${count(left.texts, "article n’a ici que ses passages cités", "articles n’ont ici que leurs passages cités")}, sans leur texte entier.`,
    corpus.errors && `${count(corpus.errors, "fichier n’a pu être lu", "fichiers n’ont pu être lus")}.`,
  ].filter(Boolean);
  $("limits-text").replaceChildren(
    h("p", {}, "Les statuts sont lus dans les phrases des articles par des règles\u202f; ils peuvent être faux. Avant de citer, ouvrez la preuve. Tout est dans le dossier d’où vient cette page, qui ne charge rien du réseau."),
    h("ul", {}, ...lines.map((line) => h("li", {}, line))),
    ...(data.errors.length ? table([["Fichier", (row) => row.path], ["Ce qui n’a pas été", (row) => row.error], ["Quoi essayer", (row) => row.message]], data.errors) : []));
}

showCorpus();
if (!alliances.length) {
  document.querySelectorAll("nav, #time, #sizes, #network, #voices, #table").forEach((element) => element.remove());
  $("who").replaceChildren(h("p", { id: "answer" }, "Aucune alliance nommée dans ces articles."));
  $("only").checked = false; $("only").parentElement.hidden = true;
  search();
} else {
  $("alliance").append(...alliances.map((alliance, i) => h("option", { value: i }, `${alliance.name} (${count(alliance.articles, "article")})`)));
  $("alliance").onchange = (event) => choose({ alliance: alliances[event.target.value] });
  $("alliance").parentElement.hidden = alliances.length <= TABS;
  if (!corpus.last) document.querySelectorAll(".when, #slider").forEach((element) => { element.hidden = true; });
  $("day").min = corpus.first; $("day").max = corpus.last;
  $("day").onchange = (event) => event.target.value && choose({ day: event.target.value });
  $("last").onclick = () => choose({ day: corpus.last });
  choose({});
  const watcher = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    const name = target.id.replace("chart-", "");
    watcher.unobserve(target); seen.add(name); draw(name);
  }), { rootMargin: "200px" });
  document.querySelectorAll(".chart").forEach((element) => watcher.observe(element));
}
$("speakers").append(...[...new Set(quotes.map((quote) => quote.speaker).filter(Boolean))].sort(byName).slice(0, 500).map((name) => h("option", { value: name })));
$("search").addEventListener("submit", (event) => event.preventDefault());
$("search").addEventListener("input", () => { shownQuotes = PAGE; search(); });
$("search").append(copyButton(() => [["Qui", "Propos", "Sorte", "Journal", "Date", "Article"], ...foundQuotes().map((quote) => {
  const article = articles[quote.article];
  return [said(quote), words(quote), labels.quote[quote.kind], article.publisher ?? "", article.date ?? "", article.title];
})]));
$("more").onclick = () => { shownQuotes += PAGE; search(); };
$("reader").addEventListener("click", (event) => event.target === $("reader") && $("reader").close());
