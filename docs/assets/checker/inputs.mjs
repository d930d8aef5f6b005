// What a plan may say: the choices of its inputs, and how long a number may be.

export const ACCOUNTS = ["individual", "company"];
export const BUYERS = ["home", "abroad"];
export const UNITS = ["day", "week", "month", "year"];
export const MOST_DIGITS = 4;
