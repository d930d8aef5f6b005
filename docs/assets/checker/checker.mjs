// The checker's form: from what is typed to the answer, with the whole state in the URL. Nothing is sent anywhere.

import { Speech } from "./messages.mjs";
import { evaluate, summarise } from "./rules.mjs";
import { readPlan } from "./typed.mjs";
import { View } from "./view.mjs";

const STATE = ["gateway", "currency", "payment", "every", "unit", "field"];

function readState(parameters) {
  const get = (name) => parameters.get(name) ?? "";
  return {
    gateway: get("gateway"),
    currency: get("currency"),
    payment: get("payment"),
    every: get("every"),
    unit: get("unit"),
    fields: parameters.getAll("field"),
  };
}

function fillForm(form, parameters) {
  for (const control of form.elements) {
    if (!STATE.includes(control.name)) continue;
    if (control.type === "radio" || control.type === "checkbox") {
      control.checked = parameters.getAll(control.name).includes(control.value);
    } else if (control.type !== "hidden") {
      control.value = parameters.get(control.name) ?? control.value;
    }
  }
}

export function enhanceChecker(root) {
  const data = JSON.parse(root.querySelector('script[type="application/json"]').textContent);
  const form = root.querySelector("form");
  const view = new View(root, data, new Speech(data));
  const vocabulary = {
    currencies: Array.from(form.elements.currency.options, (option) => option.value).filter((code) => code !== ""),
    units: data.unitWords,
    fields: Object.keys(data.fields),
  };

  function showInterval() {
    root.querySelector('[data-input="every"]').hidden = form.elements.payment.value === "one-time";
  }

  function keepState(parameters) {
    history.replaceState(null, "", `?${parameters}${location.hash}`);
    for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
  }

  function check(parameters) {
    const state = readState(parameters);
    const gateway = Object.hasOwn(data.gateways, state.gateway)
      ? data.gateways[state.gateway]
      : data.gateways[form.elements.gateway.value];
    const { plan, problems } = readPlan(state, vocabulary);
    view.clear();
    keepState(parameters);
    if (plan === null) {
      view.showProblems(problems);
      return;
    }
    const findings = evaluate(gateway.rules, plan);
    view.showAnswer(findings, summarise(findings), gateway);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check(new URLSearchParams(new FormData(form)));
    if (!view.answer.hidden) view.answer.focus();
  });
  form.addEventListener("change", () => {
    showInterval();
    view.answer.hidden = true; // an answer never stands beside a plan that it is not about
  });

  const shared = new URLSearchParams(location.search);
  if (STATE.some((name) => shared.has(name))) {
    fillForm(form, shared);
    check(shared);
  }
  showInterval();
  root.dataset.ready = "";
}
