/** Colours, words and sizes that the pictures share. Every mark has a sign besides its colour. */

export const langs = ['de', 'en'] as const;
export type Lang = (typeof langs)[number];

export const colours = {
  paper: '#ffffff',
  ink: '#1f2933',
  quiet: '#5b6775',
  line: '#52606d',
  faint: '#9aa5b1',
  frame: '#b8c2cc',
  current: { fill: '#0b5394', line: '#062f57', ink: '#ffffff' },
  around: { fill: '#e6f0fa', line: '#0b5394' },
  past: { fill: '#d5dce3', line: '#6b7885' },
  aroundPast: { fill: '#eef1f4', line: '#7b8794' },
} as const;

// No emoji and no web font: a picture looks the same wherever it is opened or printed.
export const font = "Arial, Helvetica, 'Liberation Sans', sans-serif";

interface Words {
  readonly title: string;
  readonly asOf: (day: string) => string;
  readonly since: (day: string) => string;
  readonly times: (number: number) => string;
  readonly nth: (number: number) => string;
  readonly byDeadline: (label: string) => string;
  readonly anywhere: string;
  readonly start: string;
  readonly entry: string;
  readonly deadline: string;
  readonly follows: string;
  readonly runs: string;
  readonly note: string;
  readonly jump: string;
  readonly history: string;
  readonly current: string;
  readonly past: string;
  readonly bare: string;
  readonly shows: string;
  readonly standsAt: string;
}

export const words = {
  de: {
    title: 'Begleitung',
    asOf: (day) => `Stand ${day}`,
    since: (day) => `seit ${day}`,
    times: (number) => `${number}-mal`,
    nth: (number) => `zum ${number}. Mal`,
    byDeadline: (label) => `Frist »${label}«`,
    anywhere: 'aus jedem Zustand hier',
    start: 'Beginn',
    entry: 'durch einen Eintrag',
    deadline: 'durch eine Frist oder einen Termin',
    follows: 'folgt von selbst',
    runs: 'läuft, solange der Zustand gilt',
    note: 'wird hier vermerkt',
    jump: 'führt weiter zu',
    history: 'Wo sie zuletzt stand',
    current: 'jetzt',
    past: 'früher',
    bare: 'Zustände und Übergänge',
    shows: 'Zustände und Übergänge der Bereiche',
    standsAt: 'Die Begleitung steht bei',
  },
  en: {
    title: 'Journey',
    asOf: (day) => `as of ${day}`,
    since: (day) => `since ${day}`,
    times: (number) => `${number} times`,
    nth: (number) => `time no. ${number}`,
    byDeadline: (label) => `deadline “${label}”`,
    anywhere: 'from any state in here',
    start: 'start',
    entry: 'by an entry',
    deadline: 'by a deadline',
    follows: 'follows by itself',
    runs: 'runs while the state lasts',
    note: 'is noted here',
    jump: 'leads on to',
    history: 'Where it last stood',
    current: 'now',
    past: 'earlier',
    bare: 'states and transitions',
    shows: 'States and transitions of the regions',
    standsAt: 'The journey stands at',
  },
} as const satisfies Record<Lang, Words>;

/** A day as people write it. */
export function dayText(day: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${day}T12:00:00Z`));
}
