/** A problem in a writer's file. `anchor` and `words` say where it is in this page, if it is there. */
export interface Problem {
  place: string;
  link: string;
  check: string;
  severity: "error" | "warning" | "info";
  message: string;
  hint: string;
  mend: string;
  command: string;
  anchor: string;
  words: string;
}

/** A unit of text that waits for review: in each language its words and what is read in them. */
export interface Unit {
  unit: string;
  why: string;
  texts: { language: string; words: string; read: string[] }[];
  command: string;
}

/** How many texts wait for review, and those of the page's chapter. */
export interface Waiting {
  count: number;
  here: Unit[];
}

/** What a tab is told: any of a new page, all problems, what waits for review, and what was saved. */
export interface Message {
  page?: string;
  problems?: Problem[];
  waiting?: Waiting;
  saved?: ("style" | "script" | "facts" | "text")[];
}
