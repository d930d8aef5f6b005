// The finder: a plan held against every gateway at once. Twin of hooks/helpcenter/engine/find.py.

import { findings, group, GROUPS } from "./group.mjs";
import { readPlan } from "./typed.mjs";

/** @import { Finding, Form, Found, FoundRow, GatewayGroup, Known, PublishedGateway } from "../types.d.ts" */

/** Which outcomes put a gateway into its group.
 * @type {Record<GatewayGroup, Finding["outcome"][]>} */
const REASONS = {
  "fits": ["yes"],
  "fits-open": ["yes"],
  "fits-if": ["change", "first"],
  "not-known": ["doubtful"],
  "does-not-fit": ["no"],
};

/**
 * The findings that put a gateway into its group: where nothing is doubtful, that nothing is known.
 * @param {FoundRow} row
 * @returns {Finding[]}
 */
export function reasons({ group, findings }) {
  const own = findings.filter(({ outcome }) => REASONS[group].includes(outcome));
  if (group !== "not-known") return own;
  const silent = findings.filter(({ outcome }) => outcome === "silent");
  return [...own, ...silent.filter(({ rule }) => rule === "currencies" || own.length === 0)];
}

/**
 * Of those that fit if something is done, the one with least to do comes first; nothing else ranks a gateway.
 * @param {FoundRow} row
 * @returns {[number, number]}
 */
const placed = (row) => [GROUPS.indexOf(row.group), row.group === "fits-if" ? reasons(row).length : 0];

/**
 * @param {FoundRow} one
 * @param {FoundRow} other
 */
function inOrder(one, other) {
  const [[group, count], [otherGroup, otherCount]] = [placed(one), placed(other)];
  return group - otherGroup || count - otherCount || (one.id < other.id ? -1 : 1);
}

/**
 * @param {Record<string, PublishedGateway>} gateways by their ids
 * @param {Form} form of which every input may be empty
 * @param {Known} known
 * @returns {Found} without rows where nothing was asked
 */
export function find(gateways, form, known) {
  const { plan, problems } = readPlan(form, known, true);
  if (plan === null) return { plan, problems, rows: [] };
  const types = known.types.filter(({ by }) => by !== "tells");
  const found = Object.entries(gateways).map(([id, gateway]) => {
    const own = findings(gateway, types, plan);
    return { id, group: group(own), findings: own };
  });
  const isAsked = found.some(({ group }) => group !== null);
  const rows = found.map((one) => ({ ...one, group: one.group ?? /** @type {const} */ ("not-known") }));
  return { plan, problems, rows: isAsked ? rows.sort(inOrder) : [] };
}
