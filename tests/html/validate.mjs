// Prints what html-validate finds in the files that are named: one line each, "file:line:column: rule: message".

import { HtmlValidate, StaticConfigLoader } from "html-validate";

const OFF = {
  "doctype-style": "browsers do not mind lowercase",
  "no-implicit-button-type": "a button of a form submits it, which is what is meant",
  "no-implicit-input-type": "an input without a type is one for text",
  "form-dup-name": "buttons of one question and checkboxes of one group share a name",
  "wcag/h32": "the search answers while one types, and Enter opens the first page",
  "aria-label-misuse": "a drawing with links in it has a name",
  "prefer-native-element": "the list of currencies can be searched, and the table below it scrolled",
};
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended"],
    rules: Object.fromEntries(Object.keys(OFF).map((rule) => [rule, "off"])),
  }),
);
let found = 0;
for (const file of Deno.args) {
  const { results } = await validator.validateString(Deno.readTextFileSync(file), file);
  for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages)) {
    found += 1;
    console.log(`${file}:${line}:${column}: ${ruleId}: ${message}`);
  }
}
console.error(`${Deno.args.length} files, ${found} problems`);
