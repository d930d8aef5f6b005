// A rule for deno lint: no function has more lines than can be seen at once.

/// <reference lib="deno.unstable" />

const MOST_LINES = 40;

/** @type {Deno.lint.Plugin} */
export default {
  name: "help-center",
  rules: {
    "short-functions": {
      create(context) {
        /** @param {Deno.lint.FunctionDeclaration | Deno.lint.FunctionExpression | Deno.lint.ArrowFunctionExpression} node */
        function measure(node) {
          const lines = context.sourceCode.getText(node).split("\n").length;
          if (lines > MOST_LINES) context.report({ node, message: `${lines} lines: at most ${MOST_LINES}` });
        }
        return { FunctionDeclaration: measure, FunctionExpression: measure, ArrowFunctionExpression: measure };
      },
    },
  },
};
