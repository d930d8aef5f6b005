// The shapes that modules share. For the type checker only: no page loads this file.

// The checker's engine. Its twin is in hooks/helpcenter.

export type Unit = "day" | "week" | "month" | "year";

/** A plan's interval has one of the four units of a form; rules may state minutes and hours too. */
export interface Quantity {
  count: number;
  unit: Unit | "minute" | "hour";
}

/** A form as filled in: text as typed, and the values that were chosen. */
export interface Form {
  country?: string;
  buyers?: string;
  account?: string;
  currency: string;
  payment: string;
  every: string;
  unit: string;
  start?: string;
  amount?: string;
  fields: string[];
}

/** What typed plans are read with: the codes and fields there are, the meaning of words, and the types of rules. */
export interface Known {
  countries: string[];
  currencies: string[];
  words: Record<string, { count?: number; unit?: string }>;
  /** The codes that a sign or name beside an amount may mean. */
  money: Record<string, string[]>;
  fields: string[];
  types: RuleType[];
}

/** What is null was not asked. `start` is the number of a day since 1970-01-01, `amount` is in thousandths. */
export interface Plan {
  payment: "one-time" | "subscription" | null;
  country: string | null;
  buyers: string | null;
  account: string | null;
  currency: string | null;
  interval: Quantity | null;
  start: number | null;
  amount: number | null;
  fields: string[] | null;
}

export interface Problem {
  input: string;
  code: string;
}

/** How the statements of a type are judged: data of docs/vocabulary. */
export interface RuleType {
  rule: string;
  about: "account" | "payment" | "subscription" | "connection";
  by: string;
  /** The input of a plan that is looked at; empty for none. */
  input: string;
  otherwise: "no" | "change" | null;
  first: string[];
}

/** The parts of a statement. */
export interface Values {
  only?: string[];
  some?: string[];
  not?: string[];
  vague?: string[];
  any?: string[];
  possible?: boolean;
  units?: string[];
  exactly?: Quantity[];
  least?: (Quantity & { currency: string; thousandths: number })[];
  most?: (Quantity & { currency: string; thousandths: number })[];
  month?: Quantity;
  after?: Quantity;
  spacing?: Quantity;
  count?: number;
  goes?: string;
  [part: string]: unknown;
}

type State = "stated" | "said" | "decided" | "disagree" | "not-stated" | "not-known" | "absent";

/** What is stated, for whom, and by whom if not by systeme.io. */
export interface Statement {
  values: Values;
  state?: State;
  in?: string[];
  buyers?: string;
  by?: string;
}

/** The rules of a gateway by their type, and what it means that one is absent. */
export interface PublishedGateway {
  rules: Record<string, Statement[]>;
  absent: State;
}

/** What to change: the input, and the values that a rule names for it. */
export interface Mend {
  input: string;
  values: (string | number | Quantity)[];
  arithmetic?: boolean;
}

export interface Outcome {
  outcome: "yes" | "change" | "first" | "no" | "doubtful" | "silent" | "tells" | null;
  mend: Mend | null;
}

export interface Finding extends Outcome {
  rule: string;
  state: State;
  /** For whom a yes holds, if the plan does not say where the account or the buyers are. */
  scope: { country: string | null; buyers: string | null; elsewhere: string[] } | null;
}

export type GatewayGroup = "fits" | "fits-open" | "fits-if" | "not-known" | "does-not-fit";

/** What the finder says of a gateway. */
export interface FoundRow {
  id: string;
  group: GatewayGroup;
  findings: Finding[];
}

/** What the finder says of a form. */
export interface Found {
  plan: Plan | null;
  problems: Problem[];
  rows: FoundRow[];
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
  day: number;
}

interface Unread {
  plan: null;
  problems: Problem[];
  findings: null;
  group: null;
  year: null;
  after: null;
}

export interface Verdict {
  plan: Plan;
  problems: Problem[];
  findings: Finding[];
  group: GatewayGroup | null;
  year: Year | null;
  after: TimelineEvent[] | null;
}

export type Answer = Unread | Verdict;

// The checker on the page. Its data comes from hooks/helpcenter/publish.py.

export interface Gateway extends PublishedGateway {
  name: string;
  /** The URL of the gateway's article. */
  article: string;
  /** By rule: the sentences of each of its statements. */
  said: Record<string, string[]>;
  /** By rule: the number of the article's note that says it. */
  notes: Record<string, number>;
  /** By rule: the words of the note, where no value says it all. */
  quotes: Record<string, string>;
  /** By rule that is not the gateway's own: the name of the gateway whose it is; empty for one of every gateway. */
  from: Record<string, string>;
}

/** A gateway as the finder lists it: the rules that place it, and by rule for each statement the places of its sources in `urls`. */
export interface ListedGateway extends PublishedGateway {
  name: string;
  article: string;
  /** Where all that its own checker knows lies. */
  file: string;
  sources: Record<string, number[][]>;
  /** Sources with the number of the day on which each was read. */
  urls: [url: string, day: number][];
}

/** A plan with the gateway that it is held against. */
export interface Judged {
  plan: Plan;
  gateway: Gateway;
}

/** An answer that is shown, with the gateway that it is about. */
export type Shown = Verdict & { group: GatewayGroup; gateway: Gateway };

export interface Texts {
  messages: Record<string, Record<string, string>>;
  types: Record<string, TypeTexts>;
  /** `of` are the forms before a noun: "an interval of 1 month". */
  units: Record<string, { forms: Record<string, string>; of: Record<string, string>; listed: string }>;
  fields: Record<string, string>;
  countries: Record<string, string>;
}

interface TypeTexts {
  name: string;
  input: string;
  answer?: Record<string, string>;
  words?: Record<string, string>;
}

export interface Words {
  marksLatin: boolean;
  /** All of the site. */
  languages: string[];
  /** Codes of two letters; the first one leads. */
  countries: string;
  /** Words of one meaning, joined by spaces, and what they mean. */
  typed: [words: string, meaning: Known["words"][string]][];
  money: Known["money"];
  types: RuleType[];
  fields: string[];
  /** By code: what people may type for a currency besides its code and its names. */
  currencies: Record<string, string>;
  texts: Texts;
}

/** An element as data: its name, its attributes, and its children; text is text. */
export type Tree = [name: string, attributes: Record<string, string>, ...children: (Tree | string)[]];

/** Form and look of checker or finder, and what only it says. */
export interface CheckerForm {
  form: Tree;
  style: string;
  messages: Texts["messages"];
}

/** All that a checker is made of, in one language. */
export interface CheckerFile {
  form: Tree;
  messages: Texts["messages"];
  gateways: Record<string, Gateway>;
  words: Words;
}

/** The form's controls by name. */
export interface Controls {
  country: HTMLSelectElement;
  currency: HTMLInputElement;
  payment: RadioNodeList;
  every: HTMLInputElement;
  unit: HTMLSelectElement;
  start: HTMLInputElement;
  amount: HTMLInputElement;
  buyers: HTMLSelectElement;
  account: HTMLSelectElement;
}

/** All that is entered in the form. */
export type Entered = Record<keyof Controls, string> & { fields: string[] };

/** The page around a checker. */
export interface Place {
  /** Loads the texts of all languages but the page's. */
  others(): Promise<Record<string, Texts>>;
  /** The query to start with. */
  query: URLSearchParams;
  /** Keeps a plan in the page's URL. */
  keep(query: URLSearchParams): void;
  /** Puts words before the page's title. */
  entitle(prefix: string): void;
  /** Returns the URL of a plan. */
  link(query: URLSearchParams, gateway: { article: string }): string;
  /** Takes the place of the form when no answer can be made. */
  fail(error: unknown): void;
}

// The search. Its data comes from hooks/helpcenter/deploy/search.py.

/**
 * What a phrase that people type stands for: words of pages, pages of gateways and others by their addresses, topics that
 * no page covers.
 */
export interface Meaning {
  words?: string[];
  gateways?: string[];
  pages?: string[];
  topics?: string[];
}

export interface SearchData {
  words: string[];
  aliases: [string[], Meaning][];
  /** Words that ask and name nothing, such as "how". */
  questions: string[];
  messages: Record<string, string>;
  /** Headings as they stand on the page, by their path. */
  titles: Record<string, string>;
  /** The pages by their addresses, each with its id in the index. */
  pages: Record<string, { id: string; title: string }>;
  /** What is said of what no page covers, and the pages that lead on. */
  topics: Record<string, { says: string; pages: string[] }>;
  /** The pages for who finds nothing else. */
  otherwise: string[];
}

/** A word in one spelling, and by its sound in Latin letters. */
export interface TypedWord {
  key: string;
  sound: string;
}

/** Words of one meaning, as they stand on pages. A level above 0 is further from what was typed, from a place on. */
export interface Group {
  words: string[];
  level: number;
  place: number;
  /** Whether it was typed in several words. */
  isPhrase: boolean;
}

/** A page that was typed by its name or by what it is about: the groups for which it stands, and how much better it is. */
export interface MeantPage {
  address: string;
  covered: number[];
  more: number;
}

/** A stretch of text of a page, which was asked for or not. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

export interface Link {
  url: string;
  title: string;
}

export interface Heading extends Link {
  excerpt: Piece[];
}

/** A page with its best headings. */
export interface FoundPage extends Heading {
  headings: Heading[];
}

/** What is said of what no page covers, with pages that lead on. */
export interface FoundTopic {
  says: string;
  pages: Link[];
}
