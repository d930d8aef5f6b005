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

/** What a tab is told: any of a new page, all problems, how many texts wait for review, and what to load again. */
export interface Message {
  page?: string;
  problems?: Problem[];
  waiting?: number;
  styles?: boolean;
  reload?: boolean;
}
