// What the checker shows: problems of the form as GOV.UK shows them, and the answer rule by rule. Text only, never HTML from data.

import { element, marked } from "../dom.mjs";

export class View {
  constructor(root, speech, marksLatin, ownsPage) {
    this.root = root;
    this.speech = speech;
    this.marksLatin = marksLatin;
    this.ownsPage = ownsPage;
    this.title = document.title;
    this.answer = this.part(".hc-answer");
    this.summary = this.part(".hc-summary");
  }

  part(selector) {
    return this.root.querySelector(selector);
  }

  text(tag, text, attributes) {
    return element(tag, attributes, ...marked(text, this.marksLatin));
  }

  fill(part, text) {
    part.replaceChildren(...marked(text, this.marksLatin));
    part.hidden = text === "";
  }

  announce(text) {
    this.part(".hc-live").textContent = text;
  }

  button(text, act) {
    const button = this.text("button", text, { type: "button" });
    button.addEventListener("click", act);
    return button;
  }

  setError(control, sentence) {
    this.fill(this.part(`#${control.id}-error`), sentence);
    control.setAttribute("aria-invalid", sentence !== "");
  }

  showProblems(problems) {
    const box = this.part(".hc-problems");
    for (const control of this.root.querySelectorAll("[aria-invalid=true]")) this.setError(control, "");
    box.hidden = problems.length === 0;
    box.querySelector("ul").replaceChildren(...problems.map((problem) => this.problem(problem)));
    const prefix = box.hidden ? "" : `${this.speech.tell("error-prefix")} `;
    if (this.ownsPage) document.title = prefix + this.title;
    if (!box.hidden) box.focus();
  }

  problem({ input, code }) {
    const control = this.part(`#check-${input}`);
    const sentence = this.speech.say("problems", code);
    this.setError(control, sentence);
    const link = this.text("a", sentence, { href: `#${control.id}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.closest("[data-input]").scrollIntoView(); // its label is seen, too
      control.focus();
    });
    return element("li", {}, link);
  }

  // `mends` gives for a finding's mend the buttons that apply it, as pairs of words and what to do.
  showAnswer({ plan, findings, summary, gateway }, mends) {
    const sentence = this.speech.finding(summary);
    this.fill(this.summary, sentence);
    this.summary.dataset.code = summary.code;
    const rows = this.speech.plan(plan).flatMap(([name, value]) => [this.text("dt", name), this.text("dd", value)]);
    this.part(".hc-plan").replaceChildren(...rows);
    this.part(".hc-findings").replaceChildren(...findings.map((finding) => this.finding(finding, gateway, mends)));
    this.answer.hidden = false;
    this.answer.removeAttribute("data-stale");
    this.announce(sentence);
  }

  finding({ rule, status, code, values, mend }, { notes, article }, mends) {
    const { speech } = this;
    const called = this.text("span", speech.say("statuses", status), { class: "hc-status" });
    const head = element("p", { class: "hc-finding-head" }, called, " ", this.text("b", speech.rule(rule)));
    const says = this.text("p", speech.finding({ code, values }), { class: "hc-finding-says" });
    const item = element("li", { "data-status": status, "data-rule": rule, "data-code": code }, head, says);
    if (mend) {
      const buttons = mends(mend).map(([words, apply]) => this.button(words, apply));
      const sentence = `${speech.tell("mend")} ${speech.finding(mend)}`;
      item.append(this.text("p", sentence, { class: "hc-mend" }), element("p", { class: "hc-buttons" }, ...buttons));
    }
    if (notes[rule]) {
      const [number, words] = notes[rule];
      const note = speech.tell("note", { number: speech.number(number) });
      const link = this.text("a", note, { href: `${article}#note-${number}` });
      item.append(element("blockquote", {}, this.text("p", words), link));
    }
    return item;
  }
}
