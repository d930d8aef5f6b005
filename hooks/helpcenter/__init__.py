"""The help center's logic, free of MkDocs. Data flows one way: a folder imports only from those named before it.

files      text that knows its line: YAML, Markdown, and what is wrong in them
language   scripts, words, phrases, sounds and widths; knows no site
engine     the checker without a page: what is typed, verdicts, dates; pure, twins of docs/assets/checker/
model      what is true, frozen: values, screens, writers' documents, the site and its texts
facts      the vocabulary: kinds of value, patterns that read and write, what words say of a rule
loading    writers' files in; a model, or diagnostics, out
reviews    who approved which text, and how it read then
pictures   where everything in a drawing is, in which words and colours
pages      the model as HTML and data: one page, its parts, and what is around it
checks     one module per check: a site in, diagnostics out
deploy     a built site becomes a folder for any static host
feedback   answers of readers: received, kept, reported
preview    the live site: open tabs show what changed and, beside it, what is wrong; nothing is written
commands   the command `helpcenter`, one module per subcommand
cli        its entry
"""
