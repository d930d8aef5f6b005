// The shapes that modules share. For the type checker only: no page loads this file.

// The checker's engine. Its twin is in hooks/helpcenter.

export type Unit = "day" | "week" | "month" | "year";

export interface Quantity {
  count: number;
  unit: Unit;
}

/** A form as filled in: text as typed, and the values that were chosen. */
export interface Form {
  currency: string;
  payment: string;
  every: string;
  unit: string;
  start?: string;
  amount?: string;
  fields: string[];
}

/** What typed plans are read with: the currencies and fields there are, and the meaning of words. */
export interface Known {
  currencies: string[];
  words: Record<string, { count?: number; unit?: string }>;
  fields: string[];
}

interface OneTime {
  payment: "one-time";
  currency: string;
  interval: null;
  start: null;
  amount: null;
  fields: string[];
}

/** `start` is the number of a day since 1970-01-01, `amount` is in thousandths. */
export interface Subscription {
  payment: "subscription";
  currency: string;
  interval: Quantity;
  start: number | null;
  amount: number | null;
  fields: string[];
}

export type Plan = OneTime | Subscription;

export interface Problem {
  input: string;
  code: string;
}

/** The rules of a gateway. What is absent is not stated by any source. */
export interface Rules {
  currencies?: { only: string[] };
  required_fields?: { fields: string[] };
  interval?: { only: Unit[]; month?: number };
  retries?: { scheduled?: number };
  failure?: { notify?: boolean; cancel_after?: Quantity };
  provider_decides?: { rules: string[] };
}

/** A sentence of docs/messages.yml by its code, and what stands in its places. */
export interface Coded {
  code: string;
  values: {
    count?: number;
    currencies?: string[];
    currency?: string;
    deadline?: Quantity;
    fields?: string[];
    interval?: Quantity;
    units?: Unit[];
  };
}

export type Status = "accepted" | "not-accepted" | "not-stated" | "provider-decides" | "not-applicable" | "notice";

export interface Finding extends Coded {
  rule: string;
  status: Status;
  mend: Coded | null;
}

/** The days of a year's charges, and of those by calendar months where the interval comes near to some. */
export interface Year {
  charges: number[];
  calendar: number[] | null;
  drift: number | null;
  paid: { interval: number; calendar: number } | null;
}

export interface TimelineEvent {
  code: string;
  day: number | null;
}

interface Unread {
  plan: null;
  problems: Problem[];
  findings: null;
  summary: null;
  year: null;
  after: null;
}

interface Verdict {
  plan: Plan;
  problems: Problem[];
  findings: Finding[];
  summary: Coded;
}

type Dates = { year: Year; after: TimelineEvent[] } | { year: null; after: null };

export type Answer = Unread | (Verdict & Dates);

// The checker on the page. Its data comes from hooks/helpcenter/publish.py.

export interface Gateway {
  name: string;
  rules: Rules;
  /** By rule: the number of the article's note that it rests on, and the note's words. */
  notes: Record<string, [number, string]>;
  /** The URL of the gateway's article. */
  article: string;
}

/** An answer that is shown, with the gateway that it is about. */
export type Shown = Verdict & Dates & { gateway: Gateway };

export interface Texts {
  messages: Record<string, Record<string, string>>;
  units: Record<string, { forms: Record<string, string>; listed: string }>;
  fields: Record<string, string>;
}

export interface Words {
  marksLatin: boolean;
  typed: Known["words"];
  fields: string[];
  /** By code: what people may type for a currency besides its code and its name on the page. */
  currencies: Record<string, string>;
  /** By language. */
  texts: Record<string, Texts>;
}

/** The form's controls by name. */
export interface Controls {
  gateway: HTMLSelectElement;
  currency: HTMLSelectElement;
  payment: RadioNodeList;
  every: HTMLInputElement;
  unit: HTMLSelectElement;
  start: HTMLInputElement;
  amount: HTMLInputElement;
}

/** All that is entered in the form. */
export type Entered = Record<keyof Controls, string> & { fields: string[] };

/** The page around a checker. */
export interface Place {
  /** The query to start with. */
  query: URLSearchParams;
  /** Keeps a plan in the page's URL. */
  keep(query: URLSearchParams): void;
  /** Puts words before the page's title. */
  entitle(prefix: string): void;
  /** Returns the URL of a plan. */
  link(query: URLSearchParams, gateway: Gateway): string;
}

// The search. Its data comes from hooks/helpcenter/deploy/search.py.

export interface SearchData {
  words: string[];
  /** A phrase that people type, and the word of the pages that it stands for. */
  aliases: [string[], string][];
  /** Words that ask and name nothing, such as "how". */
  questions: string[];
  messages: Record<string, string>;
  /** Headings as they stand on the page, by their path. */
  titles: Record<string, string>;
}

/** A word in one spelling, and by its sound in Latin letters. */
export interface TypedWord {
  key: string;
  sound: string;
}

/** Words of one meaning: as typed, and as they stand on pages. A level above 0 is further from what was typed. */
export interface Group {
  typed: TypedWord[];
  words: string[];
  level: number;
}

export interface Heading {
  url: string;
  title: string;
  excerpt: string;
}

/** A page with its best headings. */
export interface FoundPage extends Heading {
  headings: Heading[];
}
