// The finder: from what is entered to all gateways at once, in the five groups.

import { element } from "../dom.mjs";
import { Asking } from "./asking.mjs";
import { find, reasons } from "./find.mjs";
import { findingItem } from "./findings.mjs";
import { findings } from "./group.mjs";
import { loaded, OF_GATEWAY, openInPage, requireParts } from "./opened.mjs";

/** @import { Finding, Found, FoundRow, Gateway, GatewayGroup, ListedGateway, Place, Plan, Words } from "../types.d.ts" */

/** @param {string} url */
const hostOf = (url) => new URL(url).host.replace(/^www\./, "");

/** @extends {Asking<Found>} */
class Finder extends Asking {
  /**
   * @param {HTMLElement} root holds form and answer
   * @param {Record<string, ListedGateway>} gateways
   * @param {Words} words
   * @param {string} language
   * @param {Place} place
   */
  constructor(root, gateways, words, language, place) {
    super(root, words, language, place);
    this.gateways = gateways;
    this.plan.controls.payment.value = ""; // nothing is asked that the reader did not ask
    this.plan.showInputs();
    this.before = this.plan.read();
  }

  /** @override */
  answer() {
    return find(this.gateways, this.plan.read(), this.plan.known);
  }

  /**
   * @override
   * @param {Found} said
   */
  show({ plan, rows }) {
    const { view } = this;
    const level = Number(view.part(".hc-summary").localName[1]) + 1;
    const groups = /** @type {GatewayGroup[]} */ ([...new Set(rows.map(({ group }) => group))]);
    const sentence = this.summarise(rows);
    view.fill(".hc-summary", sentence);
    view.fill(".hc-open", "");
    view.verdict.dataset.group = groups[0] ?? "not-known";
    const parts = groups.map((group) => {
      const own = rows.filter((row) => row.group === group);
      const items = own.map((row) => this.row(row, /** @type {Plan} */ (plan)));
      const title = view.say("finder", group, { count: own.length });
      return element(
        "section",
        { "data-group": group },
        view.text(/** @type {"h3" | "h4"} */ (`h${level}`), title),
        element("ul", {}, ...items),
      );
    });
    view.part(".hc-found").replaceChildren(...parts);
    view.answer.hidden = false;
    delete view.answer.dataset.stale;
    view.announce(sentence);
  }

  /** @param {FoundRow[]} rows in their order */
  summarise(rows) {
    const { view } = this;
    if (rows.length === 0) return view.say("finder", "nothing-asked");
    const { group } = rows[0];
    const best = rows.filter((row) => row.group === group).map(({ id }) => this.gateways[id].name);
    return view.say("finder", `summary-${group}`, { names: view.listed(best, "and"), count: best.length });
  }

  /**
   * @param {FoundRow} row
   * @param {Plan} plan
   */
  row(row, plan) {
    const { view } = this;
    const { name } = this.gateways[row.id];
    const link = view.text("a", name, {
      href: this.place.link(this.query(), this.gateways[row.id]),
    });
    const says = reasons(row).map((finding) => this.reason(row.id, finding, plan));
    const whole = element("details", {}, view.text("summary", view.say("finder", "whole")));
    whole.addEventListener("toggle", () => this.open(whole, row, plan));
    return element("li", { "data-gateway": row.id }, element("p", {}, link), element("ul", {}, ...says), whole);
  }

  /**
   * Why a gateway is in its group: a sentence with the place of its rule, its source, and the day on which that was read.
   * @param {string} id
   * @param {Finding} finding
   * @param {Plan} plan
   */
  reason(id, finding, plan) {
    const { view } = this;
    const { article, rules, sources, urls } = this.gateways[id];
    const mend = view.mend(finding, plan);
    const sentence = view.text("span", mend ? `${view.reason(finding, plan)} ${mend}` : view.reason(finding, plan));
    const at = view.saidBy(rules[finding.rule] ?? [], finding, plan);
    const place = at === null ? "rules" : `rule-${finding.rule.replaceAll("_", "-")}`;
    /** @type {(Node | string)[]} */
    const parts = [view.text("a", view.say("finder", "rule"), { href: `${article}#${place}` })];
    const read = at === null ? [] : sources[finding.rule][at].map((source) => urls[source]);
    const days = [...new Set(read.map(([, day]) => day))];
    for (const day of days) {
      const links = read.filter(([, one]) => one === day).map(([url], index, all) => {
        const isAgain = all.slice(0, index).some(([other]) => hostOf(other) === hostOf(url));
        return view.text("a", isAgain ? `${index + 1}` : hostOf(url), { href: url });
      });
      const said = view.say("finder", "read", { date: view.date(day) });
      parts.push(" · ", ...links.flatMap((link) => [link, " "]), said);
    }
    const { report } = this.root.dataset; // nobody receives reports where it is missing
    if (report && read.length > 0) parts.push(" · ", view.text("a", report, { href: `${article}#report-${place}` }));
    const from = element("p", { class: "hc-hint" }, ...parts);
    return element("li", { "data-rule": finding.rule, "data-outcome": `${finding.outcome}` }, sentence, from);
  }

  /**
   * @param {HTMLElement} whole
   * @param {FoundRow} row
   * @param {Plan} plan
   */
  async open(whole, { id }, plan) {
    if (!whole.hasAttribute("open") || whole.querySelector(".hc-findings")) return;
    const { article, file, name } = this.gateways[id];
    whole.querySelector("[role=alert]")?.remove();
    try {
      /** @type {Gateway} */
      const gateway = { ...await loaded(file, ...OF_GATEWAY), article };
      const items = findings(gateway, this.plan.known.types, plan).map((one) =>
        findingItem(this.view, one, { plan, gateway }, (change, what) => this.apply(change, what))
      );
      whole.append(element("ul", { class: "hc-findings" }, ...items));
    } catch (error) {
      console.error(name, error);
      const link = this.view.text("a", name, { href: `${article}#rules` });
      whole.append(element("p", { role: "alert" }, `${this.root.dataset.failed} `, link));
    }
  }
}

/**
 * @param {HTMLElement} root
 * @param {Place["fail"]} fail
 */
export async function enhanceCheckerInPage(root, fail) {
  const { words, rules, place } = await openInPage(root, fail, []);
  const { root: top } = /** @type {Record<string, string>} */ (root.dataset);
  const gateways = /** @type {Record<string, ListedGateway>} */ (/** @type {unknown} */ (rules));
  if (Object.keys(gateways).length === 0) throw new Error("no gateways");
  for (const [id, gateway] of Object.entries(gateways)) {
    requireParts(id, { ...gateway }, [...OF_GATEWAY, "article", "file"]);
    gateway.article = top + gateway.article;
    gateway.file = top + gateway.file;
  }
  new Finder(root, gateways, words, document.documentElement.lang, place).begin();
}
