// What the checker shows: problems of the form as GOV.UK shows them, and the answer. Text only, never HTML from data.

const LATIN = /[A-Za-z](?:[A-Za-z0-9.'’\s-]*[A-Za-z0-9])?/g;

export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// Words of a Latin script on a page of another one are marked, so that they are read out in their own language.
function marked(text, marksLatin) {
  if (!marksLatin) return [text];
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(LATIN)) {
    pieces.push(text.slice(end, match.index), element("span", { lang: "en" }, match[0]));
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}

export class View {
  constructor(root, data, speech) {
    this.root = root;
    this.data = data;
    this.speech = speech;
    this.problems = root.querySelector(".hc-problems");
    this.answer = root.querySelector(".hc-answer");
    this.status = root.querySelector("[role=status]");
    this.title = document.title;
  }

  text(tag, className, text) {
    return element(tag, { class: className }, ...marked(text, this.data.marksLatin));
  }

  clear() {
    document.title = this.title;
    this.problems.hidden = true;
    this.answer.hidden = true;
    for (const error of this.root.querySelectorAll(".hc-error")) {
      error.hidden = true;
      error.textContent = "";
    }
    for (const control of this.root.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      this.describe(control, (id) => !id.endsWith("-error"));
    }
  }

  describe(control, keep, more = []) {
    const ids = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== "" && keep(id));
    if (ids.length + more.length > 0) control.setAttribute("aria-describedby", [...ids, ...more].join(" "));
    else control.removeAttribute("aria-describedby");
  }

  showProblems(problems) {
    const links = problems.map(({ input, code }) => this.showProblem(input, this.speech.say("problems", code)));
    this.problems.querySelector("ul").replaceChildren(...links);
    this.problems.hidden = false;
    document.title = `${this.speech.say("checker", "error-prefix")} ${this.title}`;
    this.problems.focus();
  }

  showProblem(input, sentence) {
    const control = this.root.querySelector(`#check-${input}`);
    const error = this.root.querySelector(`#check-${input}-error`);
    error.replaceChildren(...marked(sentence, this.data.marksLatin));
    error.hidden = false;
    control.setAttribute("aria-invalid", "true");
    this.describe(control, () => true, [error.id]);
    const link = element("a", { href: `#${control.id}` }, ...marked(sentence, this.data.marksLatin));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
    });
    return element("li", {}, link);
  }

  showAnswer(findings, summary, gateway) {
    const sentence = this.speech.finding(summary);
    const overall = this.answer.querySelector(".hc-summary");
    overall.replaceChildren(...marked(sentence, this.data.marksLatin));
    overall.dataset.code = summary.code;
    this.answer.querySelector("ul").replaceChildren(...findings.map((finding) => this.finding(finding, gateway)));
    this.answer.hidden = false;
    this.status.textContent = sentence;
  }

  finding({ rule, status, code, values, mend }, { notes, article }) {
    const name = this.root.querySelector(`template[data-rule="${rule}"]`).content.cloneNode(true);
    const head = element("p", { class: "hc-finding-head" });
    head.append(this.text("span", "hc-status", this.speech.say("statuses", status)), " ", element("b", {}, name));
    const item = element("li", { "data-status": status, "data-rule": rule, "data-code": code });
    item.append(head, this.text("p", "hc-finding-says", this.speech.finding({ code, values })));
    if (mend) {
      const sentence = `${this.speech.say("checker", "mend")} ${this.speech.finding(mend)}`;
      item.append(this.text("p", "hc-mend", sentence));
    }
    if (rule in notes) {
      const note = this.speech.say("checker", "note", { number: this.speech.number(notes[rule]) });
      item.append(element("a", { href: `${article}#note-${notes[rule]}` }, note));
    }
    return item;
  }
}
